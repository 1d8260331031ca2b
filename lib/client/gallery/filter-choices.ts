import { CAMERA_MOVEMENTS, MODELS, MODES, RESOLUTIONS, STYLES } from '@/lib/shared/models/catalogue'
import { chosenOf, FACET_OF, type CountedFilter } from '@/lib/shared/gallery/filters'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { GalleryCounts } from '@/lib/shared/gallery/gallery-wire'
import { TASK_STATUSES } from '@/lib/shared/task-states'

/** `count`: how many clips it would leave; null while that is not known. `label`: of tags and collections. */
export type FilterChoice = { value: string; label: string | null; count: number | null }

/** What the studio knows by itself, in its own order. */
const KNOWN: Partial<Record<CountedFilter, readonly string[]>> = {
  states: TASK_STATUSES,
  models: MODELS.map(({ id }) => id),
  rating: ['5', '4', '3', '2', '1'],
  isFavorite: ['1'],
  modes: MODES,
  resolutions: RESOLUTIONS,
  styles: STYLES,
  cameras: CAMERA_MOVEMENTS,
  hasSound: ['1', '0'],
  isRemixed: ['1', '0'],
}

/**
 * All that can be chosen of a filter: what the studio knows, what clips have, and what is chosen though nothing has it. In an order
 * that does not change with the numbers.
 */
export function choicesOf(
  filter: CountedFilter,
  query: GalleryQuery,
  counts: GalleryCounts | undefined,
): FilterChoice[] {
  const counted = counts?.facets[FACET_OF[filter]] ?? []
  const known = KNOWN[filter] ?? []
  const values = new Set([
    ...known,
    ...sortedBeside(
      filter,
      counted.map(({ value }) => value),
    ),
    ...chosenOf(query, filter),
  ])
  return [...values].map((value) => {
    const found = counted.find((one) => one.value === value)
    return { value, label: found?.label ?? null, count: found?.count ?? (counts ? 0 : null) }
  })
}

/** Lengths by their number; all else as it is counted, most first. */
function sortedBeside(filter: CountedFilter, values: string[]): string[] {
  return filter === 'seconds'
    ? values.toSorted((one, other) => Number(one) - Number(other))
    : values
}
