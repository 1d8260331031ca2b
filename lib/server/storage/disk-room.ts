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

/** Throws AppError disk_full below the reserve that DISK_RESERVE_MB sets. */
export async function assertRoom(): Promise<void> {
  if (!(await hasRoom({ reserveBytes: env().diskReserveBytes }))) throw new AppError('disk_full')
}
