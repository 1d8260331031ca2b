'use client'

import { useTranslations } from 'next-intl'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { Button } from '../ui/button'
import { ActionError } from './action-error'
import { useDeleteWithUndo } from './use-delete-with-undo'

/** Asks nothing: it can be taken back. */
export function DeleteTask(props: {
  id: string
  /** Whether it is the one on the page that a key deletes. */
  hasKey?: boolean
  onDone?: () => void
}) {
  const { id, hasKey = false, onDone } = props
  const t = useTranslations('actions')
  const { remove, isPending, error } = useDeleteWithUndo()
  useShortcut('viewer.delete', () => !isPending && remove(id, onDone), { isActive: hasKey })
  return (
    <>
      <Button look="quiet" disabled={isPending} onClick={() => remove(id, onDone)}>
        {isPending ? t('working') : t('delete')}
      </Button>
      <ActionError error={error} />
    </>
  )
}
