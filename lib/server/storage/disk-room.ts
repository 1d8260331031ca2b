import { mkdir, statfs } from 'node:fs/promises'
import { AppError } from '@/lib/shared/errors'
import { env } from '../env'
import { codeOf } from './folders'

/** Free bytes of the disk under a place, for a user without privileges. */
export async function freeBytes(place: string): Promise<number> {
  const { bavail, bsize } = await statfs(place)
  return bavail * bsize
}

/** Whether the media folder's disk keeps at least this many bytes free for a user without privileges. Makes the folder. */
export async function hasRoom({
  reserveBytes,
  folder = env().mediaDir,
}: {
  reserveBytes: number
  folder?: string
}): Promise<boolean> {
  const free = await freeBytes(folder).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    return freeBytes(folder)
  })
  return free >= reserveBytes
}

/** When a folder's disk was last seen to have this room. That it had none is not kept: a person may have made some. */
let seen: { folder: string; reserveBytes: number; at: number } | undefined

/**
 * Throws AppError disk_full below the reserve that DISK_RESERVE_MB sets.
 * @param maxAgeMs how old an answer may be, for what writes little and is asked often
 */
export async function assertRoom({ maxAgeMs = 0, now = Date.now() } = {}): Promise<void> {
  const { mediaDir: folder, diskReserveBytes: reserveBytes } = env()
  const isSeen = seen?.folder === folder && seen.reserveBytes === reserveBytes
  if (isSeen && seen && Math.abs(now - seen.at) < maxAgeMs) return
  if (!(await hasRoom({ reserveBytes, folder }))) throw new AppError('disk_full')
  seen = { folder, reserveBytes, at: now }
}
