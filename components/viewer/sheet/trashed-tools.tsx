import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '../../gallery/selection/confirm-dialog'
import { useDoChange } from '../../gallery/selection/use-do-change'
import { Button } from '../../ui/button'

/** The ways out of the trash for one clip. Deleting it for good is asked about first. */
export function TrashedTools({ id, onPurged }: { id: string; onPurged: () => void }) {
  const t = useTranslations('selecting')
  const [isAsking, setAsking] = useState(false)
  const [selection] = useState({ ids: [id] })
  const { act, isPending } = useDoChange(selection)
  return (
    <>
      <Button disabled={isPending} onClick={() => void act({ kind: 'restore' })}>
        {t('restore')}
      </Button>
      <Button look="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('purge')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          kind="purge"
          selection={selection}
          onClose={() => setAsking(false)}
          onDone={onPurged}
        />
      )}
    </>
  )
}
