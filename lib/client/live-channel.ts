import './zod-setup'
import * as z from 'zod/mini'
import { taskEventSchema, type TaskEvent } from '@/lib/shared/wire'

/** What the tabs of one browser tell each other. */
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), event: taskEventSchema }),
  /** From the tab that holds the stream. */
  z.object({ kind: z.literal('stream'), isOpen: z.boolean() }),
  /** From a tab that has just come: does anybody hold the stream? */
  z.object({ kind: z.literal('ask') }),
  /** A tab has made or changed something. */
  z.object({ kind: z.literal('changed') }),
])
export type LiveMessage = z.infer<typeof messageSchema>

export type LiveChannel = { post: (message: LiveMessage) => void; close: () => void }
export type OpenChannel = (onMessage: (message: LiveMessage) => void) => LiveChannel

export const openChannel: OpenChannel = (onMessage) => {
  const channel = new BroadcastChannel('studio')
  channel.onmessage = (message) => {
    // A tab of an older or newer version may say something unknown.
    const parsed = messageSchema.safeParse(message.data)
    if (parsed.success) onMessage(parsed.data)
  }
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}

/** One event's `data`, or null for one that this version does not know. */
export function readEvent(data: string): TaskEvent | null {
  const parsed = z.safeParse(taskEventSchema, parseJson(data))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
