import { constants } from 'node:fs'
import { access, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '../env'
import { codeOf } from '../storage/folders'
import { remoteDisk } from '../storage/remote-disk'
import { StartError } from './start-error'

type Settings = Pick<Env, 'dataDir' | 'mediaDir' | 'databaseUrl' | 'allowsNetworkDisk'>

/** Makes the data folder, and throws StartError where it cannot be written or lies on a disk whose locks may not hold. */
export async function checkFolder(settings: Settings, diskAt = remoteDisk): Promise<void> {
  const { dataDir, mediaDir } = settings
  const databaseDir = path.dirname(databaseFile(settings))
  for (const folder of new Set([dataDir, mediaDir, databaseDir])) await makeWritable(folder)
  if (settings.allowsNetworkDisk) return
  for (const folder of new Set([dataDir, databaseDir])) {
    const disk = await diskAt(folder)
    if (disk) throw new StartError(remoteSentence(folder, disk))
  }
}

/** The path behind DATABASE_URL. */
export function databaseFile({ databaseUrl }: Pick<Env, 'databaseUrl'>): string {
  return path.resolve(databaseUrl.replace(/^file:/, ''))
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
    if (!(await stat(folder)).isDirectory()) throw new StartError(`${folder} is not a folder.`)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The data folder ${folder} cannot be written (${codeOf(error)}). Give this user the right to, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

function remoteSentence(folder: string, disk: string): string {
  return `${folder} lies on a disk of another system (${disk}), where SQLite's locks may not hold and tasks could be paid twice. Set DATA_DIR to a folder on a disk of this machine, or ALLOW_NETWORK_DISK=on to take the risk.`
}
