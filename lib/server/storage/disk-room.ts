import { mkdir, statfs } from 'node:fs/promises'
import { AppError } from '@/lib/shared/errors'
import { env } from '../env'

/** Whether the media folder's disk keeps at least this many bytes free for a user without privileges. Makes the folder. */
export async function hasRoom({
  reserveBytes,
  folder = env().mediaDir,
}: {
  reserveBytes: number
  folder?: string
}): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= reserveBytes
}

/** Throws AppError disk_full below the reserve that DISK_RESERVE_MB sets. */
export async function assertRoom(): Promise<void> {
  if (!(await hasRoom({ reserveBytes: env().diskReserveBytes }))) throw new AppError('disk_full')
}
