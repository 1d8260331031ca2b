import { db } from '../db/database'
import { Prisma, type Image } from '../db/generated/client'

export type ImageRow = Image
export type NewImage = Omit<ImageRow, 'id' | 'createdAt'>

/** The row of this picture of this owner: a new one, or the one that there is. */
export async function createOrGetImage(
  image: NewImage & { id: string; createdAt: Date },
): Promise<ImageRow> {
  const { owner, sha256 } = image
  const existing = await db().image.findUnique({ where: { owner_sha256: { owner, sha256 } } })
  if (existing) return existing
  try {
    return await db().image.create({ data: image })
  } catch (error) {
    // Another upload of the same picture may have come in between.
    const winner = await db().image.findUnique({ where: { owner_sha256: { owner, sha256 } } })
    if (winner) return winner
    throw error
  }
}

/** A picture of this person; another's is as absent as none. */
export function findImage(o: { owner: string; id: string }): Promise<ImageRow | null> {
  return db().image.findFirst({ where: { id: o.id, owner: o.owner } })
}

/** Whoever it belongs to: for a signed address, which is its own permission. */
export function findAnyImage(id: string): Promise<ImageRow | null> {
  return db().image.findUnique({ where: { id } })
}

/** This person's pictures among these ids, in no order. Raw, for the same reason as the keys (tasks/store/tasks.ts). */
export function findImages(o: { owner: string; ids: string[] }): Promise<ImageRow[]> {
  if (o.ids.length === 0) return Promise.resolve([])
  return db().$queryRaw<ImageRow[]>`
    SELECT * FROM "Image" WHERE "owner" = ${o.owner} AND "id" IN (${Prisma.join(o.ids)})`
}

/** Up to `limit` of this person's pictures, newest first: those older than `cursor`, the id of one. Ids rise with time. */
export function pageOfImages(o: {
  owner: string
  limit: number
  cursor: string | null
}): Promise<ImageRow[]> {
  return db().image.findMany({
    where: { owner: o.owner, ...(o.cursor && { id: { lt: o.cursor } }) },
    orderBy: { id: 'desc' },
    take: o.limit,
  })
}
