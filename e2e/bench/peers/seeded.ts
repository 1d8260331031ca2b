import { rmSync } from 'node:fs'
import { startProgram } from '../../support/program'
import { temporaryFolder } from '../../support/studio'
import type { Scope } from '../machinery/scope'

/** A data folder with so many tasks, as `npm run seed` makes it; without files every clip of it is missing. */
export async function seededFolder(
  scope: Scope,
  count: number,
  { isWithoutFiles = false } = {},
): Promise<string> {
  const dataDir = temporaryFolder()
  scope.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const flags = isWithoutFiles ? ['--without-files'] : []
  const args = ['dist/seed.mjs', String(count), ...flags]
  const seed = startProgram(process.execPath, args, { DATA_DIR: dataDir })
  scope.defer(() => seed.stop())
  const code = await seed.ended()
  if (code !== 0) throw new Error(`seeding ended with ${code}:\n${seed.log()}`)
  return dataDir
}
