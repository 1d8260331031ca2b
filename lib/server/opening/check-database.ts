import { constants, existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { assertPragmas } from '../db/assert-pragmas'
import { connection } from '../db/database'
import { inspectDatabase, SQLITE, sqliteCode, type Inspection } from '../db/inspect'
import { migrate } from '../db/migrate'
import { prepareIndex } from '../finding/store/schema'
import { StartError } from './start-error'

const PUT_BACK = 'Keep it, and put back a backup: npm run restore -- FILE --replace'

/** What the person who starts can do about it, by SQLite's code. */
const REFUSALS: Record<number, string> = {
  [SQLITE.busy]: 'is locked by another program. End that one, then start again.',
  [SQLITE.readOnly]: 'cannot be written. Give this user the right to.',
  [SQLITE.ioError]: 'cannot be read or written: the disk says no. Look at the disk.',
  [SQLITE.corrupt]: `is damaged. ${PUT_BACK}`,
  [SQLITE.full]: 'cannot be opened: the disk is full. Make room.',
  [SQLITE.cannotOpen]:
    'cannot be opened. Give this user the right to read and write it and its folder.',
  [SQLITE.notADatabase]: `is not a database, or is damaged. ${PUT_BACK}`,
}

/** Looks before anything is changed: a database of somebody else, or of a newer version, is left as it is. */
export async function checkDatabase(file: string, migrations: string): Promise<void> {
  if (!existsSync(file)) return
  await access(file, constants.R_OK | constants.W_OK).catch((cause: unknown) => {
    throw new StartError(`${file} cannot be written. Give this user the right to.`, { cause })
  })
  const complaint = complaintOf(await inspectDatabase(`file:${file}`, migrations, 'quick'))
  if (complaint) throw new StartError(`The database ${file} ${complaint}`)
}

function complaintOf(seen: Inspection): string | null {
  if (seen.kind === 'refused') return refusal(seen.code)
  if (seen.kind === 'not_ours')
    return 'belongs to another program. Set DATABASE_URL to a file of its own.'
  const [unfinished] = seen.unfinished
  if (unfinished) return `was left half-way through the migration ${unfinished}. ${PUT_BACK}`
  const [unknown] = seen.unknown
  if (unknown)
    return `was used by a newer version of AiSphere Studio (migration ${unknown}). Start that version, or put back an older backup: npm run restore -- FILE --replace`
  return null
}

/** Brings the database up to this version and makes sure that a committed task stays. */
export async function prepareDatabase(file: string, migrations: string): Promise<void> {
  try {
    await migrate(connection(), migrations)
    await prepareIndex()
    await assertPragmas(connection())
  } catch (cause) {
    const code = sqliteCode(cause)
    const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause)
    const what = code === null ? `cannot be used: ${why}` : refusal(code)
    throw new StartError(`The database ${file} ${what}`, { cause })
  }
}

function refusal(code: number | null): string {
  return REFUSALS[code ?? 0] ?? `cannot be opened (SQLite says ${code}). Look at the disk.`
}
