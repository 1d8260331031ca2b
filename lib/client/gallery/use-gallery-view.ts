import { useSyncExternalStore } from 'react'
import { keepCookie } from '../preferences'
import { VIEW_COOKIE, type GalleryView } from './gallery-view'

/** What was chosen since the page was loaded: a page that Next has kept was drawn with an older choice. */
let chosen: GalleryView | null = null
const listeners = new Set<() => void>()

export function chooseView(view: GalleryView): void {
  chosen = view
  keepCookie(VIEW_COOKIE, view)
  for (const listener of listeners) listener()
}

/** `initial` is what the server read of the cookie. */
export function useGalleryView(initial: GalleryView): GalleryView {
  return useSyncExternalStore(
    subscribe,
    () => chosen ?? initial,
    () => initial,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For tests. */
export function forgetView(): void {
  chosen = null
}
