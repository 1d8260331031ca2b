import type { FileHandle } from 'node:fs/promises'
import { BLOCK_BYTES, paddingOf, readHeader, type TarEntry } from './tar-header'

const CHUNK_BYTES = 1024 * 1024

export type ReadEntry = TarEntry & {
  /** Must be read to its end before the next entry is asked for. A piece is good until the next one. */
  content: () => AsyncGenerator<Buffer>
}

/** The files of an archive in their order. Throws where it is cut off, or is none. */
export async function* readArchive(source: FileHandle): AsyncGenerator<ReadEntry> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let at = 0
  const take = async (bytes: number): Promise<Buffer> => {
    let read = 0
    while (read < bytes) {
      const { bytesRead } = await source.read(chunk, read, bytes - read, at + read)
      if (bytesRead === 0) throw new Error('it is cut off')
      read += bytesRead
    }
    at += bytes
    return chunk.subarray(0, bytes)
  }
  for (;;) {
    const entry = readHeader(await take(BLOCK_BYTES))
    if (!entry) {
      if (readHeader(await take(BLOCK_BYTES)) === null) return
      throw new Error('it is damaged')
    }
    const end = at + entry.bytes
    const content = async function* () {
      while (at < end) yield await take(Math.min(CHUNK_BYTES, end - at))
    }
    yield { ...entry, content }
    if (at !== end) throw new Error('an entry was not read to its end')
    at += paddingOf(entry.bytes)
  }
}
