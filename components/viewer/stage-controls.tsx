import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import PanelRightClose from 'lucide-react/icons/panel-right-close'
import PanelRightOpen from 'lucide-react/icons/panel-right-open'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { NightButton } from './player/night-button'
import type { Neighbours } from './use-neighbours'

/** What leads away from a clip: out, to its neighbours, to what is known of it. */
export function StageControls(props: {
  neighbours: Neighbours
  isSheetOpen: boolean
  onTurn: (direction: -1 | 1) => void
  onToggleSheet: () => void
  onClose: () => void
}) {
  const t = useTranslations('viewer')
  const { neighbours, isSheetOpen, onTurn, onToggleSheet, onClose } = props
  const { previous, next, index, total } = neighbours
  return (
    <>
      <div className="absolute inset-x-0 top-0 flex fading items-center gap-2 p-2 text-meta text-on-night-soft">
        <NightButton label={t('close')} onClick={onClose} className="flex bg-veil">
          <X aria-hidden className="size-4" />
        </NightButton>
        {index !== null && (
          <p className="rounded-inner bg-veil px-2 py-1 tabular-nums">
            {t('place', { place: index + 1, total })}
          </p>
        )}
        <NightButton
          label={t(isSheetOpen ? 'sheetClose' : 'sheetOpen')}
          aria-expanded={isSheetOpen}
          onClick={onToggleSheet}
          className="ml-auto hidden bg-veil lg:flex"
        >
          {isSheetOpen ? (
            <PanelRightClose aria-hidden className="size-4" />
          ) : (
            <PanelRightOpen aria-hidden className="size-4" />
          )}
        </NightButton>
      </div>
      {previous !== null && (
        <NightButton
          label={t('previous')}
          onClick={() => onTurn(-1)}
          className="absolute top-1/2 left-2 flex fading -translate-y-1/2 bg-veil"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </NightButton>
      )}
      {next !== null && (
        <NightButton
          label={t('next')}
          onClick={() => onTurn(1)}
          className="absolute top-1/2 right-2 flex fading -translate-y-1/2 bg-veil"
        >
          <ChevronRight aria-hidden className="size-5" />
        </NightButton>
      )}
    </>
  )
}
