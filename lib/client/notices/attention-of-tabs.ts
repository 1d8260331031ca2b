/** Milliseconds in which a tab that somebody looks at says so. */
const ANSWER_MS = 150

/** Whether a person looks at any tab of the studio in this browser: each answers for itself. */
export function openSeenChannel() {
  const channel = new BroadcastChannel('studio-seen')
  let heard: (() => void) | null = null
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'who looks?' && isLookedAt()) channel.postMessage('i am looked at')
    if (data === 'i am looked at') heard?.()
  }
  return {
    isSeen(): Promise<boolean> {
      if (isLookedAt()) return Promise.resolve(true)
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), ANSWER_MS)
        heard = () => {
          clearTimeout(timer)
          resolve(true)
        }
        channel.postMessage('who looks?')
      })
    },
    close: () => channel.close(),
  }
}

export function isLookedAt(): boolean {
  return !document.hidden && document.hasFocus()
}
