import { createClient } from '@libsql/client/sqlite3'

const BUSY_WAIT_MS = 60_000

/**
 * Copies a database as it is at one moment, while others write to it: they need not wait. `target` is one whole file, and
 * must not be there yet.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const client = createClient({ url: `file:${file}`, timeout: BUSY_WAIT_MS })
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [target] })
  } finally {
    client.close()
  }
}
