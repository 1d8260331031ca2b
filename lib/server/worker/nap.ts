import { setTimeout as sleep } from 'node:timers/promises'

/** A pause that ends early when somebody calls `wake`, also when they did so before it began. */
export type Nap = { rest: (ms: number, stopping: AbortSignal) => Promise<void>; wake: () => void }

export function createNap(): Nap {
  let isAwake = false
  let ring = () => {}
  return {
    rest: async (ms, stopping) => {
      // A controller of its own: AbortSignal.any would hang one more follower on `stopping` with every nap.
      const alarm = new AbortController()
      ring = () => alarm.abort()
      stopping.addEventListener('abort', ring, { once: true })
      if (isAwake || stopping.aborted) ring()
      await sleep(ms, undefined, { signal: alarm.signal }).catch(ignoreAbort)
      stopping.removeEventListener('abort', ring)
      isAwake = false
    },
    wake: () => {
      isAwake = true
      ring()
    },
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
