import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useTranslations } from 'next-intl'
import { IconButton } from '../../ui/icon-button'

/** Between the first and the last frame: each becomes the other. */
export function SwapButton({ onSwap, isDisabled }: { onSwap: () => void; isDisabled?: boolean }) {
  const t = useTranslations('pictures')
  return (
    <IconButton label={t('swap')} onClick={onSwap} disabled={isDisabled}>
      <ArrowLeftRight aria-hidden className="size-4" />
    </IconButton>
  )
}
