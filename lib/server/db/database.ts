import { env } from '../env'
import { openConnection, type Connection } from './connection'
import type { PrismaClient } from './generated/client'

export type Database = PrismaClient

type Opened = { connection: Connection; client?: Promise<Database> }

const KEY = Symbol.for('aisphere-studio.database')
const shared: typeof globalThis & { [KEY]?: Opened } = globalThis

/** The one connection of this process: the front door and Next's bundles hold separate copies of this module. */
export function connection(): Connection {
  return opened().connection
}

/** Prisma's client over the same connection. It and its compiler are loaded when first used: the first page needs neither. */
export function db(): Promise<Database> {
  const here = opened()
  return (here.client ??= import('./prisma').then(({ clientOver }) => clientOver(here.connection)))
}

function opened(): Opened {
  return (shared[KEY] ??= { connection: openConnection(env().databaseUrl) })
}

/** Replaces the process's database; for tests, which copy a migrated file each. */
export function replaceDatabase(replacement: Connection): void {
  shared[KEY] = { connection: replacement }
}

export async function closeDatabase(): Promise<void> {
  const { connection: open, client } = opened()
  await (await client)?.$disconnect()
  open.close()
  delete shared[KEY]
}
