import type { Facet, GalleryCounts } from '@/lib/shared/gallery/gallery-wire'

type Counted = GalleryCounts['facets'][Facet]

/** Builder for tests: nothing is counted but what is given, `{ state: { failed: 3 } }`. */
export function someCounts(
  total: number,
  given: Partial<Record<Facet, Record<string, number>>> = {},
  labels: Record<string, string> = {},
): GalleryCounts {
  const of = (facet: Facet): Counted =>
    Object.entries(given[facet] ?? {}).map(([value, count]) => ({
      value,
      label: labels[value] ?? null,
      count,
    }))
  return {
    total,
    facets: {
      state: of('state'),
      model: of('model'),
      mode: of('mode'),
      resolution: of('resolution'),
      seconds: of('seconds'),
      style: of('style'),
      camera: of('camera'),
      rating: of('rating'),
      favorite: of('favorite'),
      tag: of('tag'),
      collection: of('collection'),
      sound: of('sound'),
      remixed: of('remixed'),
    },
  }
}
