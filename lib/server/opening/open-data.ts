import path from 'node:path'
import { env, type Env } from '../env'
import { instance } from '../lifetime'
import { studioSecret } from '../secret'
import { loadKey } from '../settings/load-key'
import { writeStudioFile } from '../studio-file'
import { noticeOlderDatabase } from '../tasks/epoch'
import { checkDatabase, prepareDatabase } from './check-database'
import { checkFolder, databaseFile } from './check-folder'
import { holdFolder } from './hold-folder'
import { assertWhole } from './restoring'
import { startStep } from './start-error'

const MIGRATIONS = 'prisma/migrations'

/**
 * All that a program makes sure of before it does anything with the data: a studio owns the folder, workers join it. Throws
 * StartError with one line that says what to do; nothing was sent then.
 */
export async function openData(as: 'studio' | 'worker'): Promise<void> {
  const settings = env()
  const { dataDir } = settings
  await checkFolder(settings)
  await holdFolder(dataDir, as === 'studio' ? 'own' : 'join')
  if (as === 'studio') sayWhoHasIt(settings)
  assertWhole(dataDir)
  await startStep(`The data folder ${dataDir} cannot be used`, async () => studioSecret())
  const file = databaseFile(settings)
  const migrations = path.resolve(MIGRATIONS)
  await checkDatabase(file, migrations)
  await prepareDatabase(file, migrations)
  await noticeOlderDatabase(new Date())
  await loadKey()
}

/** Before it listens, for a second studio that is refused meanwhile. Whoever looks for a port finds none yet. */
function sayWhoHasIt({ dataDir, host }: Env): void {
  const startedAt = new Date().toISOString()
  writeStudioFile(dataDir, { pid: process.pid, port: 0, host, instance: instance(), startedAt })
}
