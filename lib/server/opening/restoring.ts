import { existsSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error'

/** Lies in a data folder while a backup is put back into it, and stays there when that breaks off. */
export const RESTORING_FILE = 'restore-unfinished.json'

/** Throws StartError where putting back a backup was broken off: half of the folder is of then, half of now. */
export function assertWhole(dataDir: string): void {
  if (!existsSync(path.join(dataDir, RESTORING_FILE))) return
  throw new StartError(
    `Putting back a backup into ${dataDir} was broken off. Do it again: npm run restore -- FILE --replace`,
  )
}
