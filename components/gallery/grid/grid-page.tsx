import { memo, useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import type { Shape } from '@/lib/client/gallery/gallery-shape'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import { ratioStyle } from '../clip-rows'
import { GridItem } from './grid-item'

type GridPageProps = {
  shape: Shape
  search: string
  cursor: string | null
  /** First clip of the page in the gallery. */
  start: number
  /** What of the page is drawn, as places in the gallery. */
  from: number
  until: number
  view: GalleryView
  tabStop: number
  /** A page that is only passed over is not asked for. */
  isPassedOver: boolean
  /** Its clips are there, or have changed. */
  onLoad: () => void
}

/** The part of one page that is drawn: its clips, and until they are there their places. */
export const GridPage = memo(function GridPage(props: GridPageProps) {
  const { shape, search, cursor, start, from, until, view, tabStop, isPassedOver, onLoad } = props
  const page = useQuery({ ...galleryQueries.page(search, cursor), enabled: !isPassedOver })
  const { data } = page
  useEffect(() => {
    if (data) onLoad()
  }, [data, onLoad])
  const places = Array.from({ length: until - from }, (_, place) => from + place)
  return places.map((index) => {
    const task = data?.tasks[index - start]
    const ratio = (shape.ratios[index] ?? 0) / 1000
    if (!task) {
      return (
        <li
          key={index}
          data-index={index}
          aria-setsize={shape.total}
          aria-posinset={index + 1}
          style={view === 'list' ? undefined : ratioStyle(ratio)}
          className="bg-raised"
        >
          {index === from && page.isError && <AskAgain onAsk={() => void page.refetch()} />}
        </li>
      )
    }
    return (
      <GridItem
        key={task.id}
        task={task}
        index={index}
        total={shape.total}
        ratio={ratio}
        search={search}
        view={view}
        isTabStop={index === tabStop}
      />
    )
  })
})

function AskAgain({ onAsk }: { onAsk: () => void }) {
  const t = useTranslations('grid')
  return (
    <button
      type="button"
      onClick={onAsk}
      className="absolute inset-0 p-2 text-meta text-soft underline outline-offset-[-2px]"
    >
      {t('pageFailed')}
    </button>
  )
}
