/**
 * A clip over the gallery has the address of its own page: reloaded, or opened in another tab, it is that page. Next keeps
 * `usePathname` in step with the browser's history and what is on the screen mounted, so that leaving the clip is coming back to the
 * very place.
 */

/** Marks the entries of the browser's history that lie over the gallery: before them is the gallery itself. */
const MARK = 'studioClipOverGallery'

/** Address of a clip's page; `search` is the gallery's query, without its question mark. */
export function clipHref(id: string, search: string): string {
  return `/tasks/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`
}

export function galleryHref(search: string): string {
  return search === '' ? '/gallery' : `/gallery?${search}`
}

/** The clip whose page an address is; null for every other page. */
export function clipOfPath(pathname: string): string | null {
  const [, id] = /^\/tasks\/([^/]+)$/.exec(pathname) ?? []
  return id === undefined ? null : decodeURIComponent(id)
}

/** Shows a clip over the gallery, as a step that Back undoes. */
export function openClip(id: string, search: string): void {
  window.history.pushState({ [MARK]: true }, '', clipHref(id, search))
}

/** From one clip to another, in the same step: Back still closes. */
export function turnToClip(id: string, search: string): void {
  window.history.replaceState({ [MARK]: isOverGallery() }, '', clipHref(id, search))
}

/** Back to the gallery below, and never past it. */
export function closeClip(search: string): void {
  if (isOverGallery()) window.history.back()
  else window.history.pushState(null, '', galleryHref(search))
}

function isOverGallery(): boolean {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && Reflect.get(state, MARK) === true
}
