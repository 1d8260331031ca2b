import type { Finding } from '@/lib/shared/findings'
import type { Env } from '../../env'
import { freeBytes } from '../../storage/disk-room'
import { mayMakeIn, nearestExisting } from '../../storage/file-system'
import { codeOf } from '../../storage/folders'
import { tryWrite } from '../../storage/try-write'
import { finding } from '../finding'

const MEBIBYTE = 1024 * 1024

type Settings = Pick<Env, 'dataDir' | 'mediaDir' | 'diskReserveBytes'>

/** Whether the data folder keeps what is written, and has the room that the studio insists on. Makes no folder. */
export async function checkDisk(settings: Settings): Promise<Finding> {
  const { dataDir: folder, mediaDir, diskReserveBytes } = settings
  try {
    const existing = await nearestExisting(folder)
    const media = await nearestExisting(mediaDir)
    const isThere = existing === folder
    const code = isThere ? await tryWriteIn([existing, media]) : await whyNotMade(existing)
    if (code) return finding('disk', 'not_writable', { folder, code })
    const free = await freeBytes(media)
    const params = { folder, free: megabytes(free), reserve: megabytes(diskReserveBytes) }
    if (free < diskReserveBytes) return finding('disk', 'low', params)
    return finding('disk', isThere ? 'room' : 'will_be_made', params)
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return finding('disk', code === 'ENOTDIR' ? 'not_a_folder' : 'not_writable', { folder, code })
  }
}

/** Media may lie on a disk of their own. */
async function tryWriteIn(folders: string[]): Promise<string | null> {
  for (const folder of new Set(folders)) {
    const code = await tryWrite(folder)
    if (code) return code
  }
  return null
}

async function whyNotMade(existing: string): Promise<string | null> {
  return (await mayMakeIn(existing)) ? null : 'EACCES'
}

/** As DISK_RESERVE_MB counts them. */
function megabytes(bytes: number): number {
  return Math.floor(bytes / MEBIBYTE)
}
