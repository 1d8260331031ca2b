import type { Readable, Writable } from 'node:stream'
import type { ByteRange } from './ranges'
import type { MediaExtension, MediaKey } from './media-key'

export type MediaSource = Readable | Uint8Array

export type ReceiveOptions = {
  /** Whose file this is while it is unfinished; part of its name. Letters, digits, `_` and `-`, at most 80. */
  token: string
  /** A longer source is refused and leaves nothing behind. */
  limitBytes: number
}

/** A whole file that has arrived but has no place yet: `keep` or `discard` it. */
export type ReceivedFile = {
  tempId: string
  sha256: string
  bytes: number
  /** On this machine, for probing. */
  path: string
}

export type NoRoom = { kind: 'no-room' }
export type ReceiveResult =
  { kind: 'received'; file: ReceivedFile } | { kind: 'too-large' } | NoRoom
export type KeepResult = { kind: 'kept' } | NoRoom
export type PutResult =
  { kind: 'kept'; key: MediaKey; sha256: string; bytes: number } | { kind: 'too-large' } | NoRoom

export type StoredFacts = { bytes: number; modifiedAt: Date }

/** An open file. It is closed by sending or with its stream, however that ends; without either it is the caller's to close. */
export type StoredFile = StoredFacts & {
  /** Writes it into the target and ends that. Rejects when the target is gone, the signal is aborted or it cannot be read. */
  send(target: Writable, options: { range?: ByteRange; signal: AbortSignal }): Promise<void>
  /** May be asked for once. Without a range: the whole. */
  stream(range?: ByteRange): Readable
  close(): Promise<void>
}

export type Shard = { name: string; changedAt: Date }

/**
 * Where clips and pictures lie. What can be read is whole: it appears under its key in one step, after it was written, hashed
 * and synced. A key names its content, so storing the same content twice stores it once. A source that fails is rethrown.
 */
export type Storage = {
  receive(source: MediaSource, options: ReceiveOptions): Promise<ReceiveResult>
  /** Throws when the key names another content. */
  keep(file: ReceivedFile, key: MediaKey): Promise<KeepResult>
  discard(file: ReceivedFile): Promise<void>
  /** `receive` and `keep` in one, for what needs no probing. */
  put(
    source: MediaSource,
    options: ReceiveOptions & { extension: MediaExtension },
  ): Promise<PutResult>
  open(key: string): Promise<StoredFile | null>
  stat(key: string): Promise<StoredFacts | null>
  /** Where another program finds the file on this machine; null where there is none. */
  pathOf(key: string): Promise<string | null>
  /** Whether there was such a file. */
  remove(key: string): Promise<boolean>
  /** The parts that files lie in, each with the moment at which a file last came or went. */
  shards(): Promise<Shard[]>
  keysIn(shard: string): Promise<MediaKey[]>
  /**
   * Removes a file that was put there at least so long ago. One that is put there again at this very moment stays. For whoever
   * has made sure that nobody needs it. Answers whether it is gone by this.
   */
  removeOld(key: MediaKey, options: { olderThanMs: number; now: Date }): Promise<boolean>
  /** Removes what crashes left unfinished, older than this many milliseconds. Answers how many. */
  sweep(options: { olderThanMs: number; now: Date }): Promise<number>
}
