import { connection, db } from '../db/database'
import type { Image } from '../db/generated/client'
import { list, NOTHING, sql, type Sql } from '../db/sql'
import { milestone } from '../milestone'

export type ImageRow = Image
export type NewImage = Omit<ImageRow, 'id' | 'createdAt' | 'thumbSha256' | 'blur'>

/** The row of this picture of this owner: a new one, or the one that there is. */
export async function createOrGetImage(
  image: NewImage & { id: string; createdAt: Date },
): Promise<ImageRow> {
  const { owner, sha256 } = image
  const existing = await (
    await db()
  ).image.findUnique({ where: { owner_sha256: { owner, sha256 } } })
  if (existing) return existing
  milestone('picture.committing')
  try {
    const row = await (await db()).image.create({ data: image })
    milestone('picture.committed')
    return row
  } catch (error) {
    // Another upload of the same picture may have come in between.
    const winner = await (
      await db()
    ).image.findUnique({ where: { owner_sha256: { owner, sha256 } } })
    if (winner) return winner
    throw error
  }
}

/** A picture of this person; another's is as absent as none. */
export async function findImage({
  owner,
  id,
}: {
  owner: string
  id: string
}): Promise<ImageRow | null> {
  const [image] = await findImages({ owner, ids: [id] })
  return image ?? null
}

/** Whoever it belongs to: for a signed address, which is its own permission. */
export async function findAnyImage(id: string): Promise<ImageRow | null> {
  const [image] = await connection().rows<ImageRow>(sql`SELECT * FROM "Image" WHERE "id" = ${id}`)
  return image ?? null
}

/** This person's pictures among these ids, in no order. */
export async function findImages(o: { owner: string; ids: string[] }): Promise<ImageRow[]> {
  if (o.ids.length === 0) return []
  return connection().rows<ImageRow>(
    sql`SELECT * FROM "Image" WHERE "owner" = ${o.owner} AND "id" IN (${list(o.ids)})`,
  )
}

/** Up to `limit` of this person's pictures, newest first: those older than `cursor`, the id of one. Ids rise with time. */
export async function pageOfImages(o: {
  owner: string
  limit: number
  cursor: string | null
}): Promise<ImageRow[]> {
  const before = o.cursor ? sql`AND "id" < ${o.cursor}` : NOTHING
  return connection().rows<ImageRow>(
    sql`SELECT * FROM "Image" WHERE "owner" = ${o.owner} ${before} ORDER BY "id" DESC LIMIT ${o.limit}`,
  )
}

/** Those of these files that pictures of anybody have: hash and type, in no order. */
export function picturesOf(hashes: readonly string[]): Sql {
  return sql`SELECT "sha256", "contentType" FROM "Image" WHERE "sha256" IN (${list(hashes)})`
}
