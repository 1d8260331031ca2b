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

/** The place to come back to, once; null where one comes anew. */
export function takePlace(search: string): KeptPlace | null {
  const isWanted = window.sessionStorage.getItem(WANTED) === search
  window.sessionStorage.removeItem(WANTED)
  if (!isWanted && !cameBack()) return null
  const kept = parseJson(window.sessionStorage.getItem(keyOf(search)) ?? '')
  return hasFields(kept, { id: 'string', index: 'number', offset: 'number' }) ? kept : null
}

function keyOf(search: string): string {
  return `${KEY}?${search}`
}

/** The address that Back or Forward has led to in this document. */
let steppedTo: string | null = null

/** From the first gallery of a document on. */
export function watchSteps(): void {
  window.addEventListener('popstate', noteStep)
}

function noteStep(): void {
  steppedTo = window.location.href
}

/** A gallery goes. A step back to it from a clip that lay over it is no return to the next one. */
export function endSteps(): void {
  if (steppedTo !== window.location.href) steppedTo = null
}

function cameBack(): boolean {
  const hasStepped = steppedTo === window.location.href
  steppedTo = null
  return hasStepped || wasReloadedHere()
}

let isLoaded = false

/** Once a document: what comes later are steps within it. */
function wasReloadedHere(): boolean {
  if (isLoaded) return false
  isLoaded = true
  const [entry] = performance.getEntriesByType?.('navigation') ?? []
  if (entry?.name !== window.location.href) return false
  const type: unknown = Reflect.get(entry, 'type')
  return type === 'reload' || type === 'back_forward'
}
