import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client/sqlite3'

/** What is done to a stopped studio's data folder, and what the refusal must say. */
export type Refused = {
  name: string
  says: RegExp
  spoil: (dataDir: string) => Promise<void> | void
  more?: Record<string, string>
}

/** Root may write everything: a program that root starts becomes nobody before it does anything. */
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const AS_NOBODY: Record<string, string> = isRoot
  ? {
      NODE_OPTIONS: `--import=data:text/javascript,process.setgid(${NOBODY});process.setuid(${NOBODY})`,
    }
  : {}

/** Every state of a data folder in which no program of a studio may start. */
export const REFUSED: readonly Refused[] = [
  {
    name: 'head overwritten',
    says: /is not a database|damaged/,
    spoil: (dataDir) => overwrite(databaseIn(dataDir), 0, 512),
  },
  {
    name: 'schema overwritten',
    says: /damaged/,
    spoil: (dataDir) => overwrite(databaseIn(dataDir), 100, 3_900),
  },
  {
    name: 'cut off',
    says: /damaged/,
    spoil: (dataDir) => truncateSync(databaseIn(dataDir), 20_000),
  },
  {
    name: 'of a newer schema',
    says: /newer version.*20991231000000_later/,
    spoil: (dataDir) =>
      execute(
        dataDir,
        `INSERT INTO "_prisma_migrations" ("id","checksum","finished_at","migration_name","applied_steps_count") VALUES ('x','x','2099-12-31','20991231000000_later',1)`,
      ),
  },
  {
    name: 'of another program',
    says: /belongs to another program/,
    spoil: async (dataDir) => {
      removeDatabase(dataDir)
      await execute(dataDir, 'CREATE TABLE "songs" ("title" TEXT)')
    },
  },
  {
    name: 'that cannot have its PRAGMAs',
    says: /cannot be opened|refuses its settings/,
    spoil: async (dataDir) => {
      await execute(dataDir, 'PRAGMA journal_mode=DELETE')
      for (const end of ['-wal', '-shm']) rmSync(databaseIn(dataDir) + end, { force: true })
      mkdirSync(`${databaseIn(dataDir)}-wal`)
    },
  },
  {
    name: 'half restored',
    says: /Do it again/,
    spoil: (dataDir) => writeFileSync(path.join(dataDir, 'restore-unfinished.json'), '{}'),
  },
  {
    name: 'in a read-only file',
    says: /studio\.db cannot be written/,
    spoil: (dataDir) => makeReadOnly(dataDir, databaseIn(dataDir)),
    more: AS_NOBODY,
  },
  {
    name: 'in a read-only folder',
    says: /cannot be written/,
    spoil: (dataDir) => makeReadOnly(dataDir, dataDir),
    more: AS_NOBODY,
  },
]

export function databaseIn(dataDir: string): string {
  return path.join(dataDir, 'studio.db')
}

function removeDatabase(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((name) => name.startsWith('studio.db')))
    rmSync(path.join(dataDir, name))
}

export async function execute(dataDir: string, statement: string): Promise<void> {
  const client = createClient({ url: `file:${databaseIn(dataDir)}` })
  await client.execute(statement)
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  client.close()
}

function overwrite(file: string, offset: number, bytes: number): void {
  const content = readFileSync(file)
  Buffer.alloc(bytes, 0xa5).copy(content, offset)
  writeFileSync(file, content)
}

/** Everything is nobody’s own but the one that may not be written. */
function makeReadOnly(dataDir: string, what: string): void {
  const names = readdirSync(dataDir, { recursive: true }).map(String)
  const all = [dataDir, ...names.map((name) => path.join(dataDir, name))]
  for (const each of all) if (isRoot) chownSync(each, NOBODY, NOBODY)
  if (isRoot) chownSync(what, 0, 0)
  chmodSync(what, statSync(what).isDirectory() ? 0o555 : 0o444)
}

export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
