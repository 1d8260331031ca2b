import { useSyncExternalStore } from 'react'
import { keepCookie } from '../preferences'

export const GALLERY_VIEWS = ['comfortable', 'compact', 'list'] as const
export type GalleryView = (typeof GALLERY_VIEWS)[number]
export const VIEW_COOKIE = 'gallery-view'

export function readView(value: string | undefined): GalleryView {
  return GALLERY_VIEWS.find((view) => view === value) ?? 'comfortable'
}

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
