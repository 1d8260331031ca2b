import { existsSync } from 'node:fs'
import { createClient } from '@libsql/client/sqlite3'

const BUSY_WAIT_MS = 1_000

/**
 * One question to a database file, for whoever runs before the client is made: no file is made and nothing is set.
 * @param url `file:` and a path
 * @returns the rows; none where there is no such file or table, or it cannot be asked
 */
export async function look(url: string, sql: string): Promise<unknown[][]> {
  if (!existsSync(url.replace(/^file:/, ''))) return []
  try {
    const client = createClient({ url, timeout: BUSY_WAIT_MS, intMode: 'bigint' })
    try {
      return (await client.execute(sql)).rows.map((row) => Array.from(row))
    } finally {
      client.close()
    }
  } catch {
    return []
  }
}
