import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, syncFolder } from './folders'
import { writeSynced } from './write-synced'

/**
 * Writes a small file as clips are written (synced, renamed, its name synced) and takes it away again.
 * @returns the code of the error, such as EACCES; null when all went well
 */
export async function tryWrite(folder: string): Promise<string | null> {
  const unfinished = path.join(folder, `.doctor-${randomUUID()}`)
  const finished = `${unfinished}-renamed`
  const content = Buffer.from('written by npm run doctor\n')
  try {
    await writeSynced(unfinished, content, content.length)
    await rename(unfinished, finished)
    await syncFolder(folder)
    return null
  } catch (error) {
    return codeOf(error) ?? String(error)
  } finally {
    await rm(unfinished, { force: true }).catch(() => {})
    await rm(finished, { force: true }).catch(() => {})
  }
}
