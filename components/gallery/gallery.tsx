'use client'

import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { useGalleryView } from '@/lib/client/gallery/use-gallery-view'
import { useShownSearch } from '@/lib/client/gallery/use-shown-search'
import { ViewerHost } from '../viewer/viewer-host'
import { FilterBar } from './filters/filter-bar'
import { NothingFound } from './filters/nothing-found'
import { GalleryClips } from './gallery-clips'
import { useGalleryShape } from './grid/use-gallery-shape'
import { ViewSwitch } from './grid/view-switch'
import { SelectButton } from './selection/select-button'
import { SelectionHost } from './selection/selection-host'
import { TrashStrip } from './trash/trash-strip'

/** Every clip that the address asks for. The bar above, the grid, and what lies over both. */
export function Gallery({ initialView }: { initialView: GalleryView }) {
  const { search, query, dropped, setQuery } = useGalleryQuery()
  const shown = useShownSearch(search)
  const { shape, isWhole } = useGalleryShape(shown)
  const view = useGalleryView(initialView)
  return (
    <div className="flex flex-1 flex-col p-1">
      <FilterBar
        query={query}
        total={isWhole ? shape?.total : undefined}
        dropped={dropped}
        onChange={setQuery}
        select={<SelectButton />}
      >
        <ViewSwitch view={view} />
      </FilterBar>
      {query.isTrash && shape && <TrashStrip total={shape.total} youngest={shape.youngest} />}
      <GalleryClips key={shown} search={shown} view={view}>
        <NothingFound query={query} onChange={setQuery} />
      </GalleryClips>
      <ViewerHost search={search} />
      <SelectionHost search={shown} />
    </div>
  )
}
