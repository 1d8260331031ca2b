import { hasFields } from '@/lib/shared/has-fields'
import { createIdempotencyKey } from './idempotency-key'
import { parseJson } from './parse-json'

/**
 * Each tab has a draft of its own, in the browser's long memory (localStorage) so that it outlives a crash, under an id that
 * the tab keeps in its short one (sessionStorage) so that a reload finds it again. Two tabs therefore never write to one draft:
 * - a tab without an id, a new one or the first after a crash, begins with a copy of the newest draft, under an id of its own;
 * - a duplicated tab has the id of its original. The first to see the other write moves to a new id, with what it holds.
 * No tab asks whether another is alive: that needs locks, which plain http does not have, or waiting.
 */
const PREFIX = 'studio.draft.'
const TAB_KEY = 'studio.draft-tab'
/** Drafts that are kept, the newest of them: more than tabs that anybody goes back to. */
const KEPT = 20

/** What a reload must not lose, and the key of what was sent last. */
type Draft = {
  /** When it was written, in milliseconds since 1970. */
  at: number
  values?: unknown
  /** The body that was sent, as JSON, and its key: until it is accepted, the same body goes out under the same key. */
  sent: { content: string; key: string } | null
}

/** What is used of a browser's storage. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
type Stores = { local: TextStore | null; tab: TextStore | null; now: () => number }

export type DraftStore = ReturnType<typeof openDraftStore>

/**
 * The form's draft in this tab. A body is bound to its key when it is sent, not while it is written: whatever the form passes
 * through while a reload restores it, the same body is sent under the same key, so that it makes one task.
 */
export function openDraftStore(stores: Stores = browserStores()) {
  const { local, tab, now } = stores
  const known = tab?.getItem(TAB_KEY)
  const own = known ? readDraft(local, PREFIX + known) : null
  let id = known ?? newId(tab)
  let draft: Draft = own ?? newestDraft(local) ?? { at: 0, values: undefined, sent: null }

  const write = (next: Omit<Draft, 'at'>) => {
    draft = { ...next, at: now() }
    writeDraft(local, PREFIX + id, draft)
  }
  // A copy is a draft of its own from the start.
  if (!own && draft.values !== undefined) write(draft)
  forgetOldDrafts(local, PREFIX + id)

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
    /** To be called with the browser's `storage` events, which tell of other tabs alone. */
    handleStorage(event: Pick<StorageEvent, 'key' | 'newValue'>): void {
      if (event.key !== PREFIX + id || event.newValue === null) return
      id = newId(tab)
      write(draft)
    },
  }
}

function newId(tab: TextStore | null): string {
  const id = createIdempotencyKey()
  try {
    tab?.setItem(TAB_KEY, id)
  } catch {
    // Full or forbidden: after a reload this tab begins with a copy of the newest draft.
  }
  return id
}

function readDraft(local: TextStore | null, name: string): Draft | null {
  const text = local?.getItem(name)
  if (!text) return null
  const stored = parseJson(text)
  if (isDraft(stored)) return stored
  // Nothing that can be restored.
  local?.removeItem(name)
  return null
}

function isDraft(value: unknown): value is Draft {
  if (!hasFields(value, { at: 'number' }) || !('sent' in value)) return false
  return value.sent === null || hasFields(value.sent, { content: 'string', key: 'string' })
}

/** All drafts, newest first. */
function storedDrafts(local: TextStore | null): { name: string; draft: Draft }[] {
  const names = Array.from({ length: local?.length ?? 0 }, (_, index) => local?.key(index) ?? '')
  return names
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => {
      const draft = readDraft(local, name)
      return draft ? [{ name, draft }] : []
    })
    .sort((a, b) => b.draft.at - a.draft.at)
}

function newestDraft(local: TextStore | null): Draft | null {
  return storedDrafts(local)[0]?.draft ?? null
}

function forgetOldDrafts(local: TextStore | null, own: string, share = 1): void {
  const drafts = storedDrafts(local)
  const kept = Math.min(KEPT, Math.floor(drafts.length * share))
  for (const { name } of drafts.slice(kept)) if (name !== own) local?.removeItem(name)
}

function writeDraft(local: TextStore | null, name: string, draft: Draft): void {
  const text = JSON.stringify(draft)
  try {
    local?.setItem(name, text)
  } catch {
    forgetOldDrafts(local, name, 0.5)
    try {
      local?.setItem(name, text)
    } catch {
      // Storage is full or forbidden: the draft lives as long as the page, which is all that can be had.
    }
  }
}

/** Null where the browser forbids storage: reading the property throws there. */
function browserStores(): Stores {
  return {
    local: storage(() => window.localStorage),
    tab: storage(() => window.sessionStorage),
    now: Date.now,
  }
}

function storage(read: () => TextStore): TextStore | null {
  try {
    return read()
  } catch {
    return null
  }
}
