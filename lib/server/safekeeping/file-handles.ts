import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { codeOf } from '../storage/folders'

/** Runs `work` with an open file and closes it, however that ends. */
export async function withFile<T>(
  file: string,
  flags: string | number,
  work: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(file, flags, 0o600)
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

/** The same for a file that may be gone, or be a link that somebody planted: null then. */
export async function withFileThatIsThere<T>(
  file: string,
  work: (handle: FileHandle) => Promise<T>,
): Promise<T | null> {
  try {
    return await withFile(file, constants.O_RDONLY | constants.O_NOFOLLOW, work)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
