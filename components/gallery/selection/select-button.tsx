import ListChecks from 'lucide-react/icons/list-checks'
import { useTranslations } from 'next-intl'
import { begin, clear, useIsSelecting } from '@/lib/client/gallery/selection'
import { IconButton } from '../../ui/icon-button'

/** From now on a press selects: the way in where nothing hovers. */
export function SelectButton() {
  const t = useTranslations('keeping')
  const isSelecting = useIsSelecting()
  return (
    <IconButton label={t('begin')} aria-pressed={isSelecting} onClick={isSelecting ? clear : begin}>
      <ListChecks aria-hidden className="size-4.5" />
    </IconButton>
  )
}
