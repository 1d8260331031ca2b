import { useSyncExternalStore } from 'react'

/** One clip at a time plays in a page: the id of its task. */
let playing: string | null = null
const listeners = new Set<() => void>()

export function setNowPlaying(id: string | null): void {
  playing = id
  for (const listener of listeners) listener()
}

/** Takes the clip off the screen, if it is this one: its place in the page is gone. */
export function stopPlaying(id: string): void {
  if (playing === id) setNowPlaying(null)
}

export function useIsPlaying(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => playing === id,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
