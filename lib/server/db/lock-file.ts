import { createClient, type Client } from '@libsql/client/sqlite3'
import { isDatabaseBusy } from './driver-error'

/**
 * How a file is held. `own`: one at a time. `join`: any number, beside the one that owns. `alone`: nobody else in either way.
 * These are SQLite's own locks on an empty database of its own, so they end with the process that has them, however it ends.
 */
export type Hold = 'own' | 'join' | 'alone'

const STATEMENTS: Record<Hold, string[]> = {
  own: ['BEGIN IMMEDIATE'],
  join: ['BEGIN', 'SELECT 1 FROM "sqlite_master"'],
  alone: ['BEGIN EXCLUSIVE'],
}

export type HeldFile = { release: () => Promise<void> }

/** What is held, so that it is not collected: with the connection the lock would go. */
const held = new Set<Client>()

/**
 * Takes a lock, or null where somebody holds the file otherwise. Makes the file. Nothing in this process may open the file by
 * another way: closing it would drop the lock.
 */
export async function lockFile(file: string, hold: Hold): Promise<HeldFile | null> {
  const client = createClient({ url: `file:${file}`, timeout: 0 })
  try {
    for (const statement of STATEMENTS[hold]) await client.execute(statement)
  } catch (error) {
    await letGo(client)
    if (isDatabaseBusy(error)) return null
    throw error
  }
  held.add(client)
  const release = async () => {
    if (held.delete(client)) await letGo(client)
  }
  return { release }
}

/** Closing alone is not enough: the driver keeps the connection until its statements are collected. */
async function letGo(client: Client): Promise<void> {
  await client.execute('ROLLBACK').catch(() => {}) // where nothing was begun there is nothing to end
  client.close()
}
