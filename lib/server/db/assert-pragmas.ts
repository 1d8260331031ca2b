import type { Connection } from './connection'
import { wrongPragmas } from './pragmas'
import { Sql } from './sql'

/** Throws a sentence naming each PRAGMA that did not take: without them a committed task could be lost. */
export async function assertPragmas(connection: Connection): Promise<void> {
  const wrong = await wrongPragmas(async (name) => {
    const [row] = await connection.rows<object>(new Sql(`PRAGMA ${name}`, []))
    return Object.values(row ?? {})[0]
  })
  if (wrong.length > 0) throw new Error(`The database refuses its settings: ${wrong.join('; ')}`)
}
