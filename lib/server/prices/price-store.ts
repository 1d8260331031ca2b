import { db } from '../db/database'

const NAME = 'prices'

/** The table as it was stored, in JSON. Raw, since every new task asks it (tasks/store/tasks.ts). */
export async function findStoredPrices(): Promise<string | null> {
  const [row] = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Setting" WHERE "name" = ${NAME}`
  return row?.value ?? null
}

/** Puts it in place of the one before. */
export async function putStoredPrices(value: string, storedAt: Date): Promise<void> {
  const stored = { value, storedAt }
  await db().setting.upsert({
    where: { name: NAME },
    create: { name: NAME, ...stored },
    update: stored,
  })
}

export async function dropStoredPrices(): Promise<void> {
  await db().setting.deleteMany({ where: { name: NAME } })
}
