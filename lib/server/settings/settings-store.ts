import { db } from '../db/database'

/** What is stored here under seal. */
export type SecretName = 'gateway-key'

type Stored = { sealed: string; storedAt: Date }

export function findSecret(name: SecretName): Promise<Stored | null> {
  return db().storedSecret.findUnique({ where: { name }, select: { sealed: true, storedAt: true } })
}

/** Puts it in place of the one before. */
export async function putSecret(name: SecretName, stored: Stored): Promise<void> {
  await db().storedSecret.upsert({ where: { name }, create: { name, ...stored }, update: stored })
}

export async function dropSecret(name: SecretName): Promise<void> {
  await db().storedSecret.deleteMany({ where: { name } })
}
