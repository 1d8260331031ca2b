import { mkdir, open, realpath } from 'node:fs/promises'
import path from 'node:path'

/** Where unfinished files lie below the root of a storage. */
export const UNFINISHED = 'tmp'

/** Makes a name in a folder safe against power loss: the file alone is not found again without it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder with all above it, and syncs every one that got a new name. */
export async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true })
  if (topmost === undefined) return
  const last = path.dirname(topmost)
  for (let made = folder; made !== last;) {
    made = path.dirname(made)
    await syncFolder(made)
  }
}

/** Whether a folder really lies where its path says: a link planted below `root` would lead out of it. */
export async function isWithin(root: string, relative: string): Promise<boolean> {
  try {
    const [base, folder] = await Promise.all([realpath(root), realpath(path.join(root, relative))])
    return folder === path.join(base, relative)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}
