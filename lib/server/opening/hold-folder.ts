import { lockFile, type HeldFile, type Hold } from '../db/lock-file'
import { studioLock } from '../db/lock-names'
import { readStudioFile } from '../studio-file'
import { StartError } from './start-error'

/** Holds a data folder for as long as this process lives. Throws StartError naming who has it. */
export async function holdFolder(dataDir: string, hold: Hold): Promise<HeldFile> {
  const file = studioLock(dataDir)
  const lock = await lockFile(file, hold)
  if (lock) return lock
  throw new StartError(await whyNot(file, dataDir, hold))
}

async function whyNot(file: string, dataDir: string, hold: Hold): Promise<string> {
  // Only a restore keeps everybody out.
  const beside = hold === 'own' ? await lockFile(file, 'join') : null
  await beside?.release()
  if (hold !== 'alone' && !beside)
    return `A backup is being put back into ${dataDir}. Start again when that has ended.`
  return `${dataDir} is in use by ${ownerOf(dataDir)}. ${hold === 'own' ? 'Stop that one first, or give this one another DATA_DIR.' : 'Stop it first.'}`
}

/** Who uses a folder, in words, as far as that is known. */
export function ownerOf(dataDir: string): string {
  const said = readStudioFile(dataDir)
  if (!said || !isAlive(said.pid)) return 'another studio or worker'
  const address = said.port > 0 ? `, http://localhost:${said.port}` : ''
  return `another studio (process ${said.pid}${address}, since ${said.startedAt})`
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
