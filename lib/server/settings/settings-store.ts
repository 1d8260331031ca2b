import { connection, db } from '../db/database'
import { sql } from '../db/sql'

/** What is stored here under seal. */
export type SecretName = 'gateway-key'

type Stored = { sealed: string; storedAt: Date }

/** Raw: every program asks for the key before it does anything. */
export async function findSecret(name: SecretName): Promise<Stored | null> {
  const [stored] = await connection().rows<Stored>(
    sql`SELECT "sealed", "storedAt" FROM "StoredSecret" WHERE "name" = ${name}`,
  )
  return stored ?? null
}

/** Puts it in place of the one before. */
export async function putSecret(name: SecretName, stored: Stored): Promise<void> {
  await (
    await db()
  ).storedSecret.upsert({ where: { name }, create: { name, ...stored }, update: stored })
}

/** False where there was none. */
export async function dropSecret(name: SecretName): Promise<boolean> {
  const { count } = await (await db()).storedSecret.deleteMany({ where: { name } })
  return count > 0
}
