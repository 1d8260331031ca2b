import type { TaskErrorCode } from '@/lib/shared/errors'
import type { TaskStatus } from '@/lib/shared/task-states'

/** What is compared when all is quiet. Moments are milliseconds since 1970 everywhere. */
export type Ledgers = {
  told: Told
  /** What the gateway accepted, by its own synced file, in order. */
  accepted: Accepted[]
  rows: Row[]
  files: StoredFile[]
  /** Files that a row names and that are not there. */
  missing: string[]
  faults: Fault[]
  /** Whether the queue waits for a person. */
  isPaused: boolean
}

/** What clients asked for and were told. */
export type Told = {
  /** Every key that a request was made with. */
  keys: Set<string>
  /** Every 202: the key and the tasks that it named. The same key may have been told several times. */
  accepted: { key: string; ids: string[] }[]
  /** What a person agreed to send again: the attempt that they saw. */
  resent: { id: string; attempt: number }[]
  /** Numbers that a person attached by hand. */
  attached: { id: string; taskId: string }[]
}

export type Accepted = { at: number; taskId: string; prompt: string }

export type Row = {
  id: string
  key: string | null
  prompt: string
  status: TaskStatus
  attempt: number
  errorCode: TaskErrorCode | null
  /** The gateway's number, where it is linked. */
  taskId: string | null
  /** Each time that it became `unconfirmed`: from its claim until then. */
  doubts: { from: number; until: number }[]
  outputs: Output[]
}
export type Output = {
  /** Where its file must lie, below the media folder; null while it is not saved. */
  path: string | null
  bytes: number | null
  sha256: string | null
}

export type StoredFile = {
  /** Below the media folder. */
  path: string
  bytes: number
  sha256: string
  ageMs: number
  /** Whether a row names it. */
  isNamed: boolean
  /** Whether it parses, to its last packet; null for what is no clip. */
  isWholeClip: boolean | null
}

export type Fault = {
  what: string
  from: number
  until: number
  /** Of which tasks a paid request was in the air meanwhile, so that it may be left in doubt; `any` where that was not seen. */
  inDoubt: 'any' | readonly string[]
}
