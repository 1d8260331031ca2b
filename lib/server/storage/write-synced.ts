import { createHash } from 'node:crypto'
import { open, writeFile, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { milestone } from '../milestone'
import type { MediaSource } from './types'

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** Writes a new file, hashing and counting on the way, and syncs it. What is left of it after an error is the caller's. */
export async function writeSynced(
  file: string,
  source: MediaSource,
  limitBytes: number,
): Promise<{ sha256: string; bytes: number }> {
  const handle = await open(file, 'wx')
  try {
    const written = await write(handle, source, limitBytes)
    milestone('file.written')
    // On the handle that wrote: only that one is sure to be told of an earlier failed write.
    await handle.sync()
    milestone('file.synced')
    return written
  } finally {
    await handle.close()
  }
}

async function write(handle: FileHandle, source: MediaSource, limitBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured() {
    const chunks: AsyncIterable<unknown> | Iterable<unknown> =
      source instanceof Readable ? source : [source]
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('a media source gives bytes')
      bytes += chunk.byteLength
      if (bytes > limitBytes) throw new TooLargeError(`more than ${limitBytes} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  await writeFile(handle, measured())
  return { sha256: hash.digest('hex'), bytes }
}
