import { hasFields } from '@/lib/shared/has-fields'
import { parseJson } from '../parse-json'

/**
 * The place in a gallery, for coming back to it: by a full reload, by Back from another page, or from a clip's own page. A link to
 * the gallery leads to its top.
 */
export type KeptPlace = {
  id: string
  index: number
  /** Pixels from the window's upper edge to the clip's row. */
  offset: number
}

const KEY = 'gallery-place'
const WANTED = 'gallery-return'

export function keepPlace(search: string, place: KeptPlace | null): void {
  if (place) window.sessionStorage.setItem(keyOf(search), JSON.stringify(place))
  else window.sessionStorage.removeItem(keyOf(search))
}

/** Whoever leads back to the gallery, as a clip's page does, says so before. */
export function wantPlace(search: string, id?: string): void {
  window.sessionStorage.setItem(WANTED, search)
  if (id !== undefined) keepPlace(search, { id, index: 0, offset: FROM_TOP })
}
/** A clip that one comes from stands below the page's head. */
const FROM_TOP = 120

/**
 * The place to come back to; null where one comes anew. The browser's history knows which it is: an entry that was a gallery before
 * is one that one comes back to, by Back as by a reload.
 */
export function takePlace(search: string): KeptPlace | null {
  const isWanted = window.sessionStorage.getItem(WANTED) === search
  window.sessionStorage.removeItem(WANTED)
  if (!markVisited() && !isWanted) return null
  const kept = parseJson(window.sessionStorage.getItem(keyOf(search)) ?? '')
  return hasFields(kept, { id: 'string', index: 'number', offset: 'number' }) ? kept : null
}

const VISITED = 'studioGallery'

/** @returns whether this entry of the history was a gallery before. */
function markVisited(): boolean {
  const state: unknown = window.history.state
  if (hasFields(state, { [VISITED]: 'boolean' })) return true
  window.history.replaceState({ ...Object(state), [VISITED]: true }, '')
  return false
}

function keyOf(search: string): string {
  return `${KEY}?${search}`
}
