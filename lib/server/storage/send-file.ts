import type { FileHandle } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { ByteRange } from './ranges'

/** Measured: smaller ones cost more turns of the pool that reads files, larger ones gain nothing. */
const PIECE_BYTES = 512 * 1024
/** What is kept for the next ones: 8 MiB, enough for eight readers at once. */
const SPARE_PIECES = 16

/** New memory for every piece costs more than reading does: the system clears each of its pages first. */
const spare: Buffer[] = []

type Sending = { handle: FileHandle; target: Writable; range: ByteRange; signal: AbortSignal }

/**
 * Writes a range into the target and ends it. While one piece is on its way out the next is read, and no more than that: a
 * slow reader holds two. Rejects when the signal is aborted, the target is gone or the file ends early. The target must have
 * done with a piece when it says that it is written, as a connection has: its memory is filled anew.
 */
export async function sendFile({ handle, target, range, signal }: Sending): Promise<void> {
  let written = Promise.resolve()
  for (let at = range.start; at <= range.end;) {
    const piece = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES)
    const wanted = Math.min(PIECE_BYTES, range.end + 1 - at)
    const { bytesRead } = await handle.read(piece, 0, wanted, at)
    if (bytesRead === 0) throw new Error('a stored file is shorter than it was')
    at += bytesRead
    await written
    written = write({ target, piece, bytes: bytesRead, signal })
    written.catch(() => {}) // looked at after the next read, which may take longer
  }
  await written
  target.end()
}

type Writing = { target: Writable; piece: Buffer; bytes: number; signal: AbortSignal }

/** Resolves when the system has taken the piece; only then may it be filled anew. */
function write({ target, piece, bytes, signal }: Writing): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('whoever reads has gone'))
    // To a target that is gone nothing may be written: it would say so by an event that nobody hears.
    if (signal.aborted || target.destroyed) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    target.write(piece.subarray(0, bytes), (error) => {
      signal.removeEventListener('abort', giveUp)
      if (spare.length < SPARE_PIECES) spare.push(piece)
      if (error) reject(error)
      else resolve()
    })
  })
}
