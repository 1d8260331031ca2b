'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { ActionError } from './action-error'
import { useDeleteWithUndo } from './use-delete-with-undo'

/** Asks nothing: it can be taken back. */
export function DeleteTask({ id, onDone }: { id: string; onDone?: () => void }) {
  const t = useTranslations('actions')
  const { remove, isPending, error } = useDeleteWithUndo()
  return (
    <>
      <Button look="quiet" disabled={isPending} onClick={() => remove(id, onDone)}>
        {isPending ? t('working') : t('delete')}
      </Button>
      <ActionError error={error} />
    </>
  )
}
