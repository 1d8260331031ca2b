import { useTranslations } from 'next-intl'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { Button } from '../../ui/button'
import type { DialogKind } from './selection-dialog'
import { useDoChange } from './use-do-change'

/** What can be done with clips in the trash. */
export function TrashTools({ openDialog }: { openDialog: (kind: DialogKind) => void }) {
  const t = useTranslations('selecting')
  const { act, isPending } = useDoChange()
  useShortcut('selection.delete', () => openDialog('purge'))
  return (
    <>
      <Button disabled={isPending} onClick={() => void act({ kind: 'restore' })}>
        {t('restore')}
      </Button>
      <Button look="danger" className="ml-2" onClick={() => openDialog('purge')}>
        {t('purge')}
      </Button>
    </>
  )
}
