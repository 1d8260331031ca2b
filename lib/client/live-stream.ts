import type { TaskEvent } from '@/lib/shared/wire'
import { readEvent, type LiveChannel } from './live-channel'

const LOCK = 'studio-event-stream'
const REOPEN_MS = { first: 5_000, most: 60_000 } as const

/** `EventSource.CLOSED`, which is not there where EventSource is not. */
const CLOSED = 2

/** The part of EventSource that is used. */
export type Stream = {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  addEventListener: (type: 'task', listener: (event: MessageEvent<string>) => void) => void
  readonly readyState: number
  close: () => void
}
/** The part of LockManager that is used. */
export type Locks = {
  request: (
    name: string,
    options: { signal: AbortSignal },
    hold: () => Promise<void>,
  ) => Promise<unknown>
}

type StreamOptions = {
  locks: Locks
  openStream: () => Stream
  channel: LiveChannel
  onEvent: (event: TaskEvent) => void
  onState: (isOpen: boolean) => void
}

/**
 * Waits to be the one tab that holds the browser's event stream (a browser has six connections to a server, and clips need
 * them), then holds it and passes on what it says until the returned function is called. The lock falls to the next tab when
 * this one ends, however it ends.
 */
export function holdStream(options: StreamOptions): {
  isHolding: () => boolean
  leave: () => void
} {
  const leaving = new AbortController()
  let isHolding = false
  const { channel, locks } = options
  const tell = (isOpen: boolean) => {
    options.onState(isOpen)
    channel.post({ kind: 'stream', isOpen })
  }
  locks
    .request(LOCK, { signal: leaving.signal }, async () => {
      isHolding = true
      // The tab before may have ended without a word.
      tell(false)
      await readUntil(leaving.signal, { ...options, onState: tell })
    })
    .catch(() => {
      // Either this tab left before its turn, or the browser refuses locks here: then nothing is open, and the page asks by itself.
      if (!leaving.signal.aborted) options.onState(false)
    })
  return {
    isHolding: () => isHolding,
    leave: () => {
      if (isHolding) channel.post({ kind: 'stream', isOpen: false })
      isHolding = false
      leaving.abort()
    },
  }
}

/** Keeps a stream open until `signal`. EventSource reconnects by itself, except after an answer that is no stream. */
function readUntil(signal: AbortSignal, options: StreamOptions): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    let stream: Stream | null = null
    let wait: number = REOPEN_MS.first
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      const opened = options.openStream()
      stream = opened
      opened.onopen = () => {
        wait = REOPEN_MS.first
        options.onState(true)
      }
      opened.onerror = () => {
        options.onState(false)
        if (opened.readyState !== CLOSED) return
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, REOPEN_MS.most)
      }
      opened.addEventListener('task', (message) => {
        const event = readEvent(message.data)
        if (!event) return
        options.channel.post({ kind: 'event', event })
        options.onEvent(event)
      })
    }
    const end = () => {
      clearTimeout(timer)
      stream?.close()
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
    open()
  })
}
