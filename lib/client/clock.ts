import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/**
 * Milliseconds since 1970 in steps of so many; null while hydrating, since the server cannot know when its page is read. One clock
 * ticks for all of the page, and rests while nobody can see it. What needs no seconds asks for longer steps: it is drawn as often.
 */
export function useClock(stepMs: number): number | null {
  const read = () => Math.floor(Date.now() / stepMs) * stepMs
  return useSyncExternalStore(subscribe, read, () => null)
}

export function useSecondClock(): number | null {
  return useClock(1000)
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', follow)
  listeners.add(listener)
  follow()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', follow)
    follow()
  }
}

function follow(): void {
  const isWanted = listeners.size > 0 && !document.hidden
  if (isWanted && !timer) {
    tick() // what stood still while hidden is put right at once
    timer = setInterval(tick, 1000)
  }
  if (!isWanted) {
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  for (const listener of listeners) listener()
}
