import { connection } from '../../../db/database'
import { sql } from '../../../db/sql'

const NAME = 'retention'

/** The rule as it was stored, in JSON. */
export async function findStoredRetention(): Promise<string | null> {
  const [row] = await connection().rows<{ value: string }>(
    sql`SELECT "value" FROM "Setting" WHERE "name" = ${NAME}`,
  )
  return row?.value ?? null
}

/** Puts it in place of the one before. */
export async function putStoredRetention(value: string, storedAt: Date): Promise<void> {
  await connection().run(sql`
    INSERT INTO "Setting" ("name", "value", "storedAt") VALUES (${NAME}, ${value}, ${storedAt})
    ON CONFLICT ("name") DO UPDATE SET "value" = ${value}, "storedAt" = ${storedAt}`)
}
