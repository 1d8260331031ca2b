import { createLog } from '../log'
import { eventsAfter, lastEventId, type EventRow } from './store/events'

const log = createLog('tasks')
const LOOK_EVERY_MS = 100
const BATCH = 500

/** `after` is null until the end of the table was looked up. */
type Watcher = { after: number | null; onEvent: (event: EventRow) => void }
type Watch = { watchers: Set<Watcher>; timer: NodeJS.Timeout | null }

const KEY = Symbol.for('aisphere-studio.event-watch')
const shared: typeof globalThis & { [KEY]?: Watch } = globalThis
const watch: Watch = (shared[KEY] ??= { watchers: new Set(), timer: null })

/**
 * Tells of every event after `afterId` (null: from now on), in order. The table is looked at, not memory, so that a worker
 * in another process or on another machine is seen too; one look serves all streams of this process.
 * @returns a function that ends the watch.
 */
export function watchEvents(afterId: number | null, onEvent: Watcher['onEvent']): () => void {
  const watcher: Watcher = { after: afterId, onEvent }
  watch.watchers.add(watcher)
  watch.timer ??= setTimeout(look, 0)
  return () => watch.watchers.delete(watcher)
}

async function look(): Promise<void> {
  try {
    const places = await Promise.all([...watch.watchers].map(placeOf))
    if (places.length > 0) tell(await eventsAfter(Math.min(...places), BATCH))
  } catch (error) {
    log.warn({ err: error }, 'event table not read') // the next look finds what this one missed
  }
  watch.timer = watch.watchers.size > 0 ? setTimeout(look, LOOK_EVERY_MS) : null
}

async function placeOf(watcher: Watcher): Promise<number> {
  const last = await lastEventId()
  // A tab may remember a number of another database (a restored backup): nothing would ever come after it.
  watcher.after = Math.min(watcher.after ?? last, last)
  return watcher.after
}

function tell(events: EventRow[]): void {
  for (const event of events) {
    for (const watcher of watch.watchers) {
      if (watcher.after === null || event.id <= watcher.after) continue
      watcher.after = event.id
      watcher.onEvent(event)
    }
  }
}
