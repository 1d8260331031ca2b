import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ByteRange } from './ranges'
import { sendFile } from './send-file'
import type { StoredFacts, StoredFile } from './types'

/** An open file and what was seen of it. What is behind a key never changes. */
export type Opened = StoredFacts & { handle: FileHandle }

/** A player asks for the next part within moments; each opening costs five turns of the pool that reads files. */
const LINGER_MS = 1_000
const READ_CHUNK_BYTES = 256 * 1024

type Entry = { opened: Promise<Opened | null>; readers: number; timer?: NodeJS.Timeout }

export type OpenFiles = {
  /** Joins whoever reads the file already, or opens it. */
  open(key: string): Promise<StoredFile | null>
  /** The next `open` looks at the disk again. Who reads now goes on with what was there. */
  forget(key: string): void
}

/** Files that are open because somebody reads them, or did a moment ago. */
export function keepOpen(
  openFile: (key: string) => Promise<Opened | null>,
  lingerMs = LINGER_MS,
): OpenFiles {
  const entries = new Map<string, Entry>()

  const forget = (key: string) => {
    const entry = entries.get(key)
    entries.delete(key)
    if (entry?.readers === 0) close(entry)
  }
  const release = (key: string, entry: Entry) => {
    entry.readers -= 1
    if (entry.readers > 0) return
    if (entries.get(key) !== entry) close(entry)
    else entry.timer = setTimeout(() => forget(key), lingerMs).unref()
  }
  const join = (key: string): Entry => {
    const entry = entries.get(key) ?? { opened: openFile(key), readers: 0 }
    entries.set(key, entry)
    clearTimeout(entry.timer)
    entry.readers += 1
    return entry
  }
  const open = async (key: string) => {
    const entry = join(key)
    const opened = await entry.opened.catch((error: unknown) => {
      forget(key)
      throw error
    })
    if (opened)
      return storedFile(
        opened,
        once(() => release(key, entry)),
      )
    // What is not there now may be there in the next moment.
    if (entries.get(key) === entry) entries.delete(key)
    return null
  }
  return { open, forget }
}

function close({ opened, timer }: Entry): void {
  clearTimeout(timer)
  // Reading is over: that closing fails harms nobody.
  void opened.then((file) => file?.handle.close()).catch(() => {})
}

function storedFile({ handle, bytes, modifiedAt }: Opened, release: () => void): StoredFile {
  const whole = { start: 0, end: bytes - 1 }
  return {
    bytes,
    modifiedAt,
    send: (target, { range = whole, signal }) =>
      sendFile({ handle, target, range, signal }).finally(release),
    stream: (range = whole) =>
      Readable.from(piecesOf(handle, range), { objectMode: false }).once('close', release),
    close: async () => release(),
  }
}

/** Not by a stream of the handle's own, which would close the file that others read. */
async function* piecesOf(handle: FileHandle, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = start; at <= end;) {
    const piece = Buffer.allocUnsafe(Math.min(READ_CHUNK_BYTES, end + 1 - at))
    const { bytesRead } = await handle.read(piece, 0, piece.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}

function once(run: () => void): () => void {
  let hasRun = false
  return () => {
    if (!hasRun) run()
    hasRun = true
  }
}
