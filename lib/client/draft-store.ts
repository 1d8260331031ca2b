import './zod-setup'
import * as z from 'zod/mini'
import { createIdempotencyKey } from './idempotency-key'

const STORAGE_KEY = 'studio.draft'

/** What a reload of this tab must not lose, and the key under which it would be sent. */
const draftSchema = z.object({
  key: z.string(),
  /** The body that the key belongs to, as JSON. */
  content: z.string(),
  values: z.unknown(),
})
type Draft = z.infer<typeof draftSchema>

export type DraftStore = ReturnType<typeof openDraftStore>

/**
 * The form's draft in this tab. `keep` answers with the key to send: the same one as long as the content is the same, across
 * reloads too, so that whatever happens during a post makes one task.
 */
export function openDraftStore(storage: Storage | null = tabStorage()) {
  let draft = readDraft(storage)
  const write = (next: Draft) => {
    draft = next
    writeDraft(storage, next)
    return next.key
  }
  return {
    values: (): unknown => draft?.values,
    keep(values: unknown, body: unknown): string {
      const content = JSON.stringify(body)
      const key = draft?.content === content ? draft.key : createIdempotencyKey()
      return write({ key, content, values })
    },
    /** After an accepted task the same content may be sent again, as another one. */
    renewKey(): void {
      if (draft) write({ ...draft, key: createIdempotencyKey() })
    },
  }
}

function readDraft(storage: Storage | null): Draft | null {
  const text = storage?.getItem(STORAGE_KEY)
  if (!text) return null
  try {
    return draftSchema.parse(JSON.parse(text))
  } catch {
    // Written by another version: nothing that can be restored.
    storage?.removeItem(STORAGE_KEY)
    return null
  }
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
