import { once } from 'node:events'
import { beginClosing, closing } from '../lifetime'

const PARENT_WATCH_MS = 500

/**
 * The first SIGTERM or SIGINT, or the end of a parent that holds this program by IPC, begins the closing; any further one
 * changes nothing. SIGHUP keeps its own meaning, so that `nohup` works.
 */
export function closeOnSignal(): void {
  process.on('SIGTERM', beginClosing)
  process.on('SIGINT', beginClosing)
  process.on('disconnect', beginClosing)
  if (process.env.npm_lifecycle_event) closeWithParent()
}

/**
 * npm hands a SIGTERM on to a shell, and some shells die of it without telling what they run. Started by hand, a studio
 * outlives its shell.
 */
function closeWithParent(): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    beginClosing()
  }, PARENT_WATCH_MS)
  watch.unref()
}

export async function untilClosing(): Promise<void> {
  if (!closing().aborted) await once(closing(), 'abort')
}
