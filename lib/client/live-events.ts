import type { QueryClient } from '@tanstack/react-query'
import { lookAgainAfter } from '@/lib/shared/polling'
import { isActive } from '@/lib/shared/task-states'
import type { TaskEvent } from '@/lib/shared/wire'
import { createChangeInbox } from './change-inbox'
import { openChannel, type LiveMessage, type OpenChannel } from './live-channel'
import { holdStream, type Locks, type Stream } from './live-stream'
import { isNoticeWanted } from './notices/notice-preferences'
import { tellNews } from './notices/news'
import { createTally } from './notices/tally'
import { isGallery, shownGalleries } from './gallery/gallery-cache'
import { activeTasks, knownTasks } from './task-cache'
import { liveQueries } from './live-queries'
import { taskQueries } from './task-queries'

/** Between two looks when only the queue moves, not a task that this page shows. */
const LOOK_AT_QUEUE_MS = 10_000

export type LivePorts = {
  /** Missing on plain http: then the page asks by itself. */
  locks: Locks | undefined
  /** `after`: tell what came after this event; null: from now on. */
  openStream: (after: number | null) => Stream
  openChannel: OpenChannel
}

function browserPorts(): LivePorts {
  return {
    locks: 'locks' in navigator && 'EventSource' in window ? navigator.locks : undefined,
    openStream: (after) =>
      new EventSource(after === null ? '/api/events' : `/api/events?after=${after}`),
    openChannel,
  }
}

/**
 * Keeps what the page shows true while something may change: by the browser's one event stream, or by asking at intervals
 * where there is none. Idle pages hold nothing open and ask nothing; hidden ones ask nothing, and listen only while something is in
 * flight that this browser wants to be told of. Returns the function that stops it.
 */
export function startLiveEvents(
  client: QueryClient,
  ports: LivePorts = browserPorts(),
): () => void {
  const inbox = createChangeInbox(client, () => document.hidden)
  const channel = ports.openChannel(hear)
  const look = createAlarm(() => {
    inbox.addAll()
    follow()
  })
  const tally = createTally()
  let held: ReturnType<typeof holdStream> | null = null
  let isStreaming = false
  let replayFrom = client.getQueryData(liveQueries.seen().queryKey) ?? null
  let isReplaying = false

  function hear(message: LiveMessage): void {
    if (message.kind === 'event') hearEvent(message.event, false)
    if (message.kind === 'changed') inbox.addAll()
    if (message.kind === 'stream') noteStream(message.isOpen)
    if (message.kind === 'ask' && held?.isHolding()) {
      channel.post({ kind: 'stream', isOpen: isStreaming })
    }
  }

  function hearEvent(event: TaskEvent, isTeller: boolean): void {
    const isEnd = tally.hear(event)
    tellNews({ event, isEnd, isTeller, inFlight: tally.inFlight() })
    inbox.addTask(event.id)
    if (document.hidden) follow()
  }

  /** Without a stream what the page asked for is all the news there is. */
  function hearFromCache(): void {
    for (const { id, status } of knownTasks(client)) {
      if (isActive(status) || !tally.has(id)) continue
      const event = { id, status }
      tellNews({ event, isEnd: tally.hear(event), isTeller: true, inFlight: tally.inFlight() })
    }
  }

  function noteStream(isOpen: boolean): void {
    // Whatever happened before it opened was not said, unless it goes on from what the page came with.
    if (isOpen && !isStreaming && !isReplaying && mayChange(client)) inbox.addAll()
    if (isOpen) {
      isReplaying = false
      replayFrom = null
    }
    isStreaming = isOpen
    follow()
  }

  /** Holds the stream, or plans the next look, or neither: as cache and page say. */
  function follow(): void {
    const isHidden = document.hidden
    const isWanted = isHidden ? tally.inFlight() > 0 && isNoticeWanted() : mayChange(client)
    if (isWanted && !held && ports.locks) {
      const { locks } = ports
      const openStream = () => {
        isReplaying = replayFrom !== null
        const stream = ports.openStream(replayFrom)
        replayFrom = null
        return stream
      }
      const onEvent = (event: TaskEvent) => hearEvent(event, true)
      held = holdStream({ locks, openStream, channel, onEvent, onState: noteStream })
      channel.post({ kind: 'ask' })
    }
    if (!isWanted && held) {
      held.leave()
      held = null
      isStreaming = false
    }
    if (!isWanted || isStreaming || isHidden) return look.stop()
    const isGalleryShown = shownGalleries(client).length > 0
    const after = lookAgainAfter(activeTasks(client), Date.now()) || LOOK_AT_QUEUE_MS
    // What is new in a gallery has nothing to do with how long one that is known has been at work.
    look.within(isGalleryShown ? Math.min(after, LOOK_AT_QUEUE_MS) : after)
  }

  function countAll(): void {
    const active = activeTasks(client)
    if (document.hidden) tally.reset(idsOf(active), Math.max(active.length, countMoving(client)))
    else tally.note(idsOf(active))
  }

  function handleVisibility(): void {
    countAll()
    // With a stream, its opening brings what was missed.
    if (!document.hidden && !ports.locks && mayChange(client)) inbox.addAll()
    inbox.wake()
    follow()
  }

  document.addEventListener('visibilitychange', handleVisibility)
  const unsubscribe = [
    client.getQueryCache().subscribe((event) => {
      if (event.type === 'observerAdded' || event.type === 'observerRemoved') {
        if (isGallery(event.query.queryKey)) follow()
        return
      }
      if (event.type !== 'updated' || event.action.type !== 'success') return
      if (!ports.locks) hearFromCache()
      tally.note(idsOf(activeTasks(client)))
      follow()
    }),
    client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') {
        channel.post({ kind: 'changed' })
      }
    }),
  ]
  countAll()
  follow()

  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    for (const stop of unsubscribe) stop()
    look.stop()
    held?.leave()
    inbox.close()
    channel.close()
  }
}

function idsOf(tasks: readonly { id: string }[]): string[] {
  return tasks.map(({ id }) => id)
}

/** All that is in flight, listed or not, as the queue was last known. */
function countMoving(client: QueryClient): number {
  const queue = client.getQueryData(taskQueries.queue().queryKey)
  return queue ? queue.queued + queue.running : 0
}

/** A gallery is looked at, something moves by itself, or waits for a word that may be given elsewhere. */
function mayChange(client: QueryClient): boolean {
  if (shownGalleries(client).length > 0) return true
  const queue = client.getQueryData(taskQueries.queue().queryKey)
  const isQueueOpen =
    queue !== undefined &&
    (queue.queued + queue.running + queue.unconfirmed > 0 ||
      queue.paused !== null ||
      queue.diskFull)
  return isQueueOpen || activeTasks(client).length > 0
}

/** A timer that can be drawn nearer but not pushed away. */
function createAlarm(ring: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Infinity
  const stop = () => {
    clearTimeout(timer)
    dueAt = Infinity
  }
  return {
    stop,
    within(milliseconds: number): void {
      const wantedAt = Date.now() + milliseconds
      if (wantedAt >= dueAt) return
      stop()
      dueAt = wantedAt
      timer = setTimeout(() => {
        dueAt = Infinity
        ring()
      }, milliseconds)
    },
  }
}
