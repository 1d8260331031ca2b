import { GALLERY_PAGE } from '@/lib/shared/limits'

/** Stills in the first sight of a page, and the very first of them. */
const EAGER = 12
const FIRST = 4

/** How a still is fetched and decoded. Those of the first sight are in the first frame that is painted, before scripts have their turn; the
 * rest of the first page, which the server draws whole, waits; further ones are drawn only when they are about to be seen. */
export function stillLoading(index: number) {
  if (index < EAGER)
    return { decoding: 'sync', fetchPriority: index < FIRST ? 'high' : undefined } as const
  return { decoding: 'async', loading: index < GALLERY_PAGE ? 'lazy' : undefined } as const
}
