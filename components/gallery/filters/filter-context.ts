import { createContext, use } from 'react'
import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import type { CountedFilter } from '@/lib/shared/gallery/filters'
import { FACET_OF } from '@/lib/shared/gallery/filters'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { GalleryCounts } from '@/lib/shared/gallery/gallery-wire'

/** What every part of the bar needs to know. */
export type FilterState = {
  query: GalleryQuery
  setQuery: SetGalleryQuery
  /** Undefined until somebody comes near the filters. */
  counts: GalleryCounts | undefined
  haveCountsFailed: boolean
  /** Names of tags and collections, which the address knows by their ids; undefined while they are on their way, null for none. */
  labelOf: (filter: CountedFilter, value: string) => string | null | undefined
}

export const FilterContext = createContext<FilterState | null>(null)

export function useFilters(): FilterState {
  const state = use(FilterContext)
  if (!state) throw new Error('a part of the filter bar stands outside of it')
  return state
}

export function labelIn(counts: GalleryCounts | undefined): FilterState['labelOf'] {
  return (filter, value) =>
    counts && (counts.facets[FACET_OF[filter]].find((one) => one.value === value)?.label ?? null)
}
