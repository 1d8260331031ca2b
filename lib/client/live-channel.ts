import { hasFields } from '@/lib/shared/has-fields'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import type { TaskEvent } from '@/lib/shared/wire'
import { parseJson } from './parse-json'

/** What the tabs of one browser tell each other. */
export type LiveMessage =
  | { kind: 'event'; event: TaskEvent }
  /** From the tab that holds the stream. */
  | { kind: 'stream'; isOpen: boolean }
  /** From a tab that has just come: does anybody hold the stream? */
  | { kind: 'ask' }
  /** A tab has made or changed something. */
  | { kind: 'changed' }

export type LiveChannel = { post: (message: LiveMessage) => void; close: () => void }
export type OpenChannel = (onMessage: (message: LiveMessage) => void) => LiveChannel

export const openChannel: OpenChannel = (onMessage) => {
  const channel = new BroadcastChannel('studio')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A tab of an older or newer version may say something unknown.
    if (isMessage(data)) onMessage(data)
  }
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}

/** One event's `data`, or null for one that this version does not know. */
export function readEvent(data: string): TaskEvent | null {
  const event = parseJson(data)
  return isEvent(event) ? event : null
}

function isMessage(data: unknown): data is LiveMessage {
  if (!hasFields(data, { kind: 'string' })) return false
  if (data.kind === 'event') return 'event' in data && isEvent(data.event)
  if (data.kind === 'stream') return hasFields(data, { isOpen: 'boolean' })
  return data.kind === 'ask' || data.kind === 'changed'
}

function isEvent(value: unknown): value is TaskEvent {
  if (!hasFields(value, { id: 'string', status: 'string' })) return false
  return TASK_STATUSES.some((status) => status === value.status)
}
