import { GALLERY_PAGE } from '@/lib/shared/limits'

/** Stills in the first sight of a page: asked for at once, and the very first before everything else. */
const EAGER = 12
export const FIRST = 3

/** The rest of the first page, which the server's page has whole. Further ones are drawn only when they are about to be seen. */
export function isLate(index: number): boolean {
  return index >= EAGER && index < GALLERY_PAGE
}
