import { hasFields } from '@/lib/shared/has-fields'
import { createIdempotencyKey } from './idempotency-key'
import { parseJson } from './parse-json'

const STORAGE_KEY = 'studio.draft'

/** What a reload of this tab must not lose, and the key of what was sent last. */
type Draft = {
  values?: unknown
  /** The body that was sent, as JSON, and its key: until it is accepted, the same body goes out under the same key. */
  sent: { content: string; key: string } | null
}

export type DraftStore = ReturnType<typeof openDraftStore>

/**
 * The form's draft in this tab. A body is bound to its key when it is sent, not while it is written: whatever the form passes
 * through while a reload restores it, the same body is sent under the same key, so that it makes one task.
 */
export function openDraftStore(storage: Storage | null = tabStorage()) {
  let draft: Draft = readDraft(storage) ?? { values: undefined, sent: null }
  const write = (next: Draft) => {
    draft = next
    writeDraft(storage, next)
  }
  return {
    values: (): unknown => draft.values,
    keep: (values: unknown): void => write({ ...draft, values }),
    /** The key to send a body with: its own if it was sent before and nobody said that it arrived. */
    keyFor(body: unknown): string {
      const content = JSON.stringify(body)
      const key = draft.sent?.content === content ? draft.sent.key : createIdempotencyKey()
      write({ ...draft, sent: { content, key } })
      return key
    },
    /** After an accepted task the same content may be sent again, as another one. */
    forgetKey: (): void => write({ ...draft, sent: null }),
  }
}

function readDraft(storage: Storage | null): Draft | null {
  const text = storage?.getItem(STORAGE_KEY)
  if (!text) return null
  const stored = parseJson(text)
  if (isDraft(stored)) return stored
  // Written by another version: nothing that can be restored.
  storage?.removeItem(STORAGE_KEY)
  return null
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('sent' in value)) return false
  return value.sent === null || hasFields(value.sent, { content: 'string', key: 'string' })
}

function writeDraft(storage: Storage | null, draft: Draft): void {
  try {
    storage?.setItem(STORAGE_KEY, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page, which is all that can be had.
  }
}

/** Null where the browser forbids storage: reading the property throws there. */
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
