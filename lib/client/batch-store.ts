import { hasFields } from '@/lib/shared/has-fields'
import { createIdempotencyKey } from './idempotency-key'
import { parseJson } from './parse-json'

const STORAGE_KEY = 'studio.several'

type Kept = {
  choices?: unknown
  /** What the seeds of variations begin with: kept, so that after a reload the same batch is the same body. */
  seedStart: number
  /** The body that was sent, as JSON, and its key, until it is accepted. */
  sent: { content: string; key: string } | null
}

export type BatchStore = ReturnType<typeof openBatchStore>

/** What was chosen for several clips, in this tab; like the form's draft (draft-store.ts) it outlives a reload. */
export function openBatchStore(storage: Storage | null = tabStorage()) {
  let kept = readKept(storage) ?? anew()
  const write = (next: Kept) => {
    kept = next
    try {
      storage?.setItem(STORAGE_KEY, JSON.stringify(kept))
    } catch {
      // Full or forbidden: it lives as long as the page.
    }
  }
  return {
    choices: (): unknown => kept.choices,
    seedStart: (): number => kept.seedStart,
    keep: (choices: unknown): void => write({ ...kept, choices }),
    /** The key to send a body with: its own if it was sent before and nobody said that it arrived. */
    keyFor(body: unknown): string {
      const content = JSON.stringify(body)
      const key = kept.sent?.content === content ? kept.sent.key : createIdempotencyKey()
      write({ ...kept, sent: { content, key } })
      return key
    },
    /** The key belongs to another body: it will never be taken. */
    forgetKey: (): void => write({ ...kept, sent: null }),
    /** After an accepted batch the next one begins with nothing chosen, and other seeds. */
    begin: (): void => write(anew()),
  }
}

function anew(): Kept {
  const [seedStart = 0] = crypto.getRandomValues(new Uint32Array(1))
  return { seedStart, sent: null }
}

function readKept(storage: Storage | null): Kept | null {
  const stored = parseJson(storage?.getItem(STORAGE_KEY) ?? '')
  return isKept(stored) ? stored : null
}

function isKept(value: unknown): value is Kept {
  if (!hasFields(value, { seedStart: 'number' }) || !('sent' in value)) return false
  return value.sent === null || hasFields(value.sent, { content: 'string', key: 'string' })
}

/** Null where the browser forbids storage: reading the property throws there. */
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
