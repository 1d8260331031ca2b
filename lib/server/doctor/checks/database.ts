import path from 'node:path'
import type { Finding } from '@/lib/shared/findings'
import type { Env } from '../../env'
import { inspectDatabase, SQLITE, type Inspection } from '../../db/inspect'
import { codeOf } from '../../storage/folders'
import { foreignDisk, mayMakeIn, nearestExisting } from '../../storage/file-system'
import { remoteDisk } from '../../storage/remote-disk'
import { finding } from '../finding'

/** Whether the database opens, takes writes, fits together, and is of this version. Makes none. */
export async function checkDatabase(
  { databaseUrl, allowsNetworkDisk }: Pick<Env, 'databaseUrl' | 'allowsNetworkDisk'>,
  migrations: string,
): Promise<Finding> {
  const file = path.resolve(databaseUrl.replace(/^file:/, ''))
  try {
    const existing = await nearestExisting(file)
    if (existing !== file) {
      const isPossible = await mayMakeIn(existing)
      return finding('database', isPossible ? 'will_be_made' : 'cannot_open', { file })
    }
    const found = judgeInspection(await inspectDatabase(`file:${file}`, migrations), file)
    if (found.verdict === 'bad') return found
    const remote = allowsNetworkDisk ? null : await remoteDisk(file)
    if (remote) return finding('database', 'network', { file, disk: remote })
    const disk = await foreignDisk(file)
    return disk ? finding('database', 'foreign_disk', { file, disk: disk.name }) : found
  } catch (error) {
    if (codeOf(error) === null) throw error
    return finding('database', 'cannot_open', { file })
  }
}

const REFUSALS: Record<number, Parameters<typeof finding<'database'>>[1]> = {
  [SQLITE.busy]: 'locked',
  [SQLITE.readOnly]: 'read_only',
  [SQLITE.corrupt]: 'damaged',
  [SQLITE.notADatabase]: 'not_a_database',
}

/** What a look at the file means for the studio. */
export function judgeInspection(seen: Inspection, file: string): Finding {
  if (seen.kind === 'not_ours') return finding('database', 'not_ours', { file })
  if (seen.kind === 'refused') {
    return finding('database', REFUSALS[seen.code ?? 0] ?? 'cannot_open', { file })
  }
  if (seen.integrity !== 'ok') return finding('database', 'damaged', { file })
  const [unfinished] = seen.unfinished
  if (unfinished) return finding('database', 'half_migrated', { file, migration: unfinished })
  const [unknown] = seen.unknown
  if (unknown) return finding('database', 'newer', { file, migration: unknown })
  if (seen.wrongPragmas.length > 0) {
    return finding('database', 'settings_refused', { file, why: seen.wrongPragmas.join('; ') })
  }
  const count = seen.missing.length
  if (count > 0) return finding('database', 'will_be_migrated', { file, count })
  return finding('database', 'current', { file })
}
