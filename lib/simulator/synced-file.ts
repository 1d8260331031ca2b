import { randomUUID } from 'node:crypto'
import { open, rename, type FileHandle } from 'node:fs/promises'
import path from 'node:path'

/** Ends the names of files that are not finished; what a crash left of them is removed at start. */
export const UNFINISHED = '.tmp'

/** Replaces a file as a whole: after a crash at any moment there is the old one or the new one. */
export async function writeSynced(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomUUID()}${UNFINISHED}`
  await withHandle(unfinished, 'wx', async (handle) => {
    await handle.writeFile(content)
    await handle.sync()
  })
  await rename(unfinished, file)
  // The new name itself is only safe when its folder is.
  await withHandle(path.dirname(file), 'r', (handle) => handle.sync())
}

async function withHandle(
  file: string,
  flags: string,
  work: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await open(file, flags)
  try {
    await work(handle)
  } finally {
    await handle.close()
  }
}
