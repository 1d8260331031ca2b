import { useMemo, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useCounts } from '@/lib/client/gallery/use-counts'
import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { askedFilters, FILTERS } from '@/lib/shared/gallery/filters'
import {
  galleryParams,
  type DroppedFilter,
  type GalleryQuery,
} from '@/lib/shared/gallery/gallery-query'
import { CollectionsButton } from '../collections/collections-button'
import { ActiveFilters } from './active-filters'
import { AllFilters } from './all-filters'
import { DroppedWords } from './dropped-words'
import { FavoriteChip } from './favorite-chip'
import { FilterChip } from './filter-chip'
import { FilterContext, labelIn } from './filter-context'
import { SearchField } from './search-field'
import { SortSelect } from './sort-select'

type FilterBarProps = {
  query: GalleryQuery
  /** Clips that it finds; undefined while that is not known. */
  total: number | undefined
  dropped: readonly DroppedFilter[]
  onChange: SetGalleryQuery
  /** The way to select, at the end of the line. */
  select?: ReactNode
  /** What else belongs to the bar: how the clips are shown. */
  children?: ReactNode
}

/** Numbers older than this are asked for again as somebody comes near: clips are made meanwhile. */
const FRESH_MS = 10_000

/** Words, filters and order of the gallery: one line, and a second one for what is in use. */
export function FilterBar(props: FilterBarProps) {
  const { query, total, dropped, onChange, select, children } = props
  const t = useTranslations('filters')
  const [isNear, setNear] = useState(false)
  const needsNames = query.tags.length > 0 || query.collection !== null
  const counts = useCounts(galleryParams(query).toString(), isNear || needsNames)
  const state = useMemo(
    () => ({
      query,
      setQuery: onChange,
      counts: counts.data,
      haveCountsFailed: counts.isError,
      labelOf: labelIn(counts.data),
    }),
    [query, onChange, counts.data, counts.isError],
  )
  const approach = () => {
    setNear(true)
    if (counts.data && Date.now() - counts.dataUpdatedAt > FRESH_MS) void counts.refetch()
  }
  const isFiltered = askedFilters(query).length > 0
  const found = useFound(query, total)
  return (
    <FilterContext value={state}>
      <section
        aria-label={t('label')}
        onPointerEnter={approach}
        onFocus={approach}
        className="flex flex-col gap-2 px-3 py-2 sm:px-4"
      >
        <div className="flex items-center gap-2 max-sm:flex-wrap">
          <SearchField />
          <AllFilters total={total}>{children}</AllFilters>
          <div
            role="group"
            aria-label={t('label')}
            className="filter-line flex min-w-0 flex-1 gap-1.5 max-sm:order-last max-sm:basis-full"
          >
            {FILTERS.filter((filter) => filter !== 'words').map((filter) =>
              filter === 'isFavorite' ? (
                <FavoriteChip key={filter} />
              ) : (
                <FilterChip key={filter} filter={filter} />
              ),
            )}
          </div>
          <span aria-hidden className="shrink-0 text-meta text-soft tabular-nums max-lg:hidden">
            {found}
          </span>
          <SortSelect className="w-40 shrink-0 max-md:hidden" />
          <CollectionsButton />
          {/* On a phone it stands in the sheet: the line is the search field's. */}
          <div className="max-sm:hidden">{children}</div>
          {select}
        </div>
        {(isFiltered || query.isTrash) && <ActiveFilters found={found} />}
        {dropped.length > 0 && <DroppedWords dropped={dropped} />}
        <p role="status" className="sr-only">
          {found}
        </p>
      </section>
    </FilterContext>
  )
}

/** How many clips there are; until the new number is known, the one before. */
function useFound(query: GalleryQuery, total: number | undefined): string {
  const t = useTranslations('filters')
  const [last, setLast] = useState(total)
  if (total !== undefined && total !== last) setLast(total)
  const count = total ?? last
  if (count === undefined) return ''
  return query.isTrash ? t('foundInTrash', { count }) : t('found', { count })
}
