import { crc32 } from 'node:zlib'
import type { Person } from '../../accounts/person'
import { clipKey } from '../../storage/media-key'
import { storage } from '../../storage/storage'
import { tasksOf, type SavedClip } from './clips'
import { MANIFEST_NAME, manifestOf } from './manifest'
import { findKept } from './store/downloads'
import { ENTRY_MAX_BYTES } from './zip/zip-format'
import { createZipLength, createZipWriter } from './zip/zip-writer'

/** How long what was selected can be fetched. */
export const KEPT_MS = 24 * 3_600_000
/** Beside a twentieth of the manifest: somebody may write a title while it is being sent. */
const SLACK_BYTES = 64 * 1024
const SPACES = Buffer.alloc(64 * 1024, ' ')

export type Archive = {
  /** Of the whole archive, exactly. */
  bytes: number
  madeAt: Date
  /** Its parts in order, each made when it is asked for. Leaving it closes what is open. */
  parts: () => AsyncGenerator<Uint8Array>
}

/** The archive of what was selected; null where nothing is kept under this name, or no more. Nothing of it is held in memory. */
export async function openArchive(options: {
  person: Person
  id: string
  now?: Date
}): Promise<Archive | null> {
  const { person, id, now = new Date() } = options
  const kept = await findKept(person.id, id, new Date(now.getTime() - KEPT_MS))
  if (!kept) return null
  const bytes = await measure(person, id, now)
  return { bytes, madeAt: kept.createdAt, parts: () => archiveParts({ person, id, now, bytes }) }
}

/** Told by the rows alone: a file that is missing by then leaves its room to the manifest. */
async function measure(person: Person, id: string, madeAt: Date): Promise<number> {
  const length = createZipLength()
  async function* tasks() {
    for await (const each of tasksOf(person, id)) {
      for (const { name, bytes } of each.clips) {
        if (bytes <= ENTRY_MAX_BYTES) length.add(Buffer.byteLength(name), bytes)
      }
      yield each
    }
  }
  let manifest = SLACK_BYTES
  for await (const text of manifestOf({ tasks: tasks(), madeAt, isMissing: () => true })) {
    manifest += Buffer.byteLength(text) * 1.05
  }
  length.add(MANIFEST_NAME.length, Math.ceil(manifest))
  return length.total()
}

type Making = { person: Person; id: string; now: Date; bytes: number }

async function* archiveParts({ person, id, now, bytes }: Making): AsyncGenerator<Uint8Array> {
  const zip = createZipWriter()
  const missing = new Set<string>()
  for await (const { clips } of tasksOf(person, id)) {
    for (const clip of clips) {
      const crc = await checkSum(clip)
      if (crc === null) missing.add(clip.name)
      else {
        yield zip.begin({ name: Buffer.from(clip.name), bytes: clip.bytes, crc, at: clip.at })
        yield* bytesOf(clip)
      }
    }
  }
  const isMissing = (clip: SavedClip) => missing.has(clip.name)
  const manifest = () => manifestOf({ tasks: tasksOf(person, id), madeAt: now, isMissing })
  const room = zip.roomFor(MANIFEST_NAME.length, bytes)
  let crc = 0
  for await (const part of filled(manifest(), room)) crc = crc32(part, crc)
  yield zip.begin({ name: Buffer.from(MANIFEST_NAME), bytes: room, crc, at: now })
  let sent = 0
  for await (const part of filled(manifest(), room)) {
    sent = crc32(part, sent)
    yield part
  }
  if (sent !== crc) throw new Error('something was renamed at the very moment')
  for (const part of zip.end()) yield part
}

/** The text, and spaces up to so many bytes: to JSON they are nothing. */
async function* filled(text: AsyncIterable<string>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes
  for await (const part of text) {
    const written = Buffer.from(part)
    left -= written.length
    if (left < 0) throw new Error('more was written meanwhile than there is room for')
    yield written
  }
  for (; left > 0; left -= SPACES.length) yield SPACES.subarray(0, left)
}

/** Of a file that is there and whole; null for any other. What is read here is read again from the system's own memory. */
async function checkSum(clip: SavedClip): Promise<number | null> {
  if (clip.bytes > ENTRY_MAX_BYTES) return null
  let crc = 0
  try {
    for await (const piece of bytesOf(clip)) crc = crc32(piece, crc)
  } catch {
    return null // the manifest says so, and the others go on
  }
  return crc
}

async function* bytesOf(clip: SavedClip): AsyncGenerator<Uint8Array> {
  const file = await storage().open(clipKey(clip.sha256))
  if (!file) throw new Error('the file is gone')
  if (file.bytes !== clip.bytes) {
    await file.close()
    throw new Error('the file is not as long as it was')
  }
  for await (const piece of file.stream()) yield piece
}
