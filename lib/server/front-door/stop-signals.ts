import { once } from 'node:events'
import { beginClosing, closing } from '../lifetime'

/**
 * The first SIGTERM or SIGINT, or the end of a parent that holds this program by IPC, begins the closing; any further one
 * changes nothing. SIGHUP keeps its own meaning, so that `nohup` works.
 */
export function closeOnSignal(): void {
  process.on('SIGTERM', beginClosing)
  process.on('SIGINT', beginClosing)
  process.on('disconnect', beginClosing)
}

export async function untilClosing(): Promise<void> {
  if (!closing().aborted) await once(closing(), 'abort')
}
