import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { TRASH_DAYS } from '@/lib/shared/limits'
import { useLate } from '@/lib/client/use-late'
import { Button } from '../../ui/button'
import { SelectingWords, useLoadSelecting } from '../../keeping/selecting-words'

const loadDialog = () => import('../selection/confirm-dialog')

/** Above what is in the trash: how long it stays there, and the way to empty it. */
export function TrashStrip({ total, youngest }: { total: number; youngest: string | null }) {
  const t = useTranslations('keeping')
  const [isOpen, setOpen] = useState(false)
  const dialog = useLate(loadDialog, isOpen)
  const words = useLoadSelecting(isOpen)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2 text-control text-soft sm:px-4">
      <p className="min-w-0 flex-1">{t('trashText', { days: TRASH_DAYS })}</p>
      {total > 0 && (
        <Button look="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('emptyTrash')}
        </Button>
      )}
      {isOpen && dialog && words && (
        <SelectingWords words={words}>
          <dialog.ConfirmDialog
            kind="purge"
            selection={{ query: 'trash=1', youngest, except: [] }}
            onClose={() => setOpen(false)}
          />
        </SelectingWords>
      )}
    </div>
  )
}
