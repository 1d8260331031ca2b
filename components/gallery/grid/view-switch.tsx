import Grid2x2 from 'lucide-react/icons/grid-2x2'
import Grid3x3 from 'lucide-react/icons/grid-3x3'
import List from 'lucide-react/icons/list'
import { useTranslations } from 'next-intl'
import { GALLERY_VIEWS, type GalleryView } from '@/lib/client/gallery/gallery-view'
import { chooseView } from '@/lib/client/gallery/use-gallery-view'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'

const ICONS = { comfortable: Grid2x2, compact: Grid3x3, list: List } as const

/** How large the clips are, as native radio buttons. */
export function ViewSwitch({ view }: { view: GalleryView }) {
  const t = useTranslations('grid')
  useShortcut('gallery.view', () => chooseView(nextView(view)))
  return (
    <fieldset className="flex rounded-full border border-line bg-surface p-0.75">
      <legend className="sr-only">{t('view')}</legend>
      {GALLERY_VIEWS.map((one) => {
        const Icon = ICONS[one]
        return (
          <label
            key={one}
            title={t(one)}
            className="relative grid size-7.5 place-items-center rounded-full text-soft transition-colors hover:text-text has-checked:bg-chosen has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11"
          >
            <input
              type="radio"
              name="gallery-view"
              value={one}
              checked={one === view}
              aria-label={t(one)}
              onChange={() => chooseView(one)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon aria-hidden className="size-4" />
          </label>
        )
      })}
    </fieldset>
  )
}

function nextView(view: GalleryView): GalleryView {
  return GALLERY_VIEWS[(GALLERY_VIEWS.indexOf(view) + 1) % GALLERY_VIEWS.length] ?? view
}
