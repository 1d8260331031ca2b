import { createClient } from '@libsql/client/sqlite3'
import { readRows, toArgument } from './sql-values'
import type { Sql } from './sql'

/** Long enough for a studio that is writing. */
const BUSY_WAIT_MS = 10_000

/** One question to a database file that may be in use. Nothing is set and nothing is made. */
export async function askFile<Row>(file: string, { text, values }: Sql): Promise<Row[]> {
  const client = createClient({ url: `file:${file}`, timeout: BUSY_WAIT_MS, intMode: 'bigint' })
  try {
    return readRows<Row>(await client.execute({ sql: text, args: values.map(toArgument) }))
  } finally {
    client.close()
  }
}
