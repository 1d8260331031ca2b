import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { BLOCK_BYTES, paddingOf, writeHeader } from './tar-header'

const CHUNK_BYTES = 1024 * 1024

export type Written = { path: string; bytes: number; sha256: string }

/** An archive that is written from its start to its end: nothing of it is kept in memory but one piece of a file. */
export type ArchiveWriter = {
  /** Throws when the file has become shorter meanwhile. */
  addFile(path: string, source: FileHandle): Promise<Written>
  addText(path: string, text: string, now: Date): Promise<void>
  /** What is written lies on the disk when this resolves. */
  end(): Promise<void>
}

export function writeArchive(target: FileHandle): ArchiveWriter {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const write = async (bytes: Buffer) => {
    for (let at = 0; at < bytes.length;) at += (await target.write(bytes, at)).bytesWritten
  }
  const copy = async (source: FileHandle, bytes: number, hash: Hash) => {
    for (let at = 0; at < bytes;) {
      const { bytesRead } = await source.read(chunk, 0, Math.min(CHUNK_BYTES, bytes - at), at)
      if (bytesRead === 0) throw new Error('a file became shorter while it was read')
      hash.update(chunk.subarray(0, bytesRead))
      await write(chunk.subarray(0, bytesRead))
      at += bytesRead
    }
  }
  return {
    addFile: async (path, source) => {
      const { size: bytes, mtime: modifiedAt } = await source.stat()
      const hash = createHash('sha256')
      await write(writeHeader({ path, bytes, mode: 0o600, modifiedAt }))
      await copy(source, bytes, hash)
      await write(Buffer.alloc(paddingOf(bytes)))
      return { path, bytes, sha256: hash.digest('hex') }
    },
    addText: async (path, text, now) => {
      const content = Buffer.from(text)
      const bytes = content.length
      await write(writeHeader({ path, bytes, mode: 0o600, modifiedAt: now }))
      await write(content)
      await write(Buffer.alloc(paddingOf(bytes)))
    },
    end: async () => {
      await write(Buffer.alloc(2 * BLOCK_BYTES))
      await target.sync()
    },
  }
}
