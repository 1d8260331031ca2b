import * as z from 'zod'
import { connection } from '../../db/database'
import { NOTHING, sql } from '../../db/sql'
import { ratioOf } from '../ratio-of'
import { CLIP, PICTURE } from './read-sources'

const sizeSchema = z.array(z.number().nullable()).nullable()
const rowsSchema = z.array(z.tuple([z.string(), sizeSchema, sizeSchema]))

/** Ids of the gallery with their ratios, youngest first, before one. */
export async function ratiosBefore(
  before: string | null,
  limit: number,
): Promise<[id: string, ratio: number][]> {
  const [cell] = await connection().rows<{ rows: string }>(sql`
    SELECT json_group_array(json_array("id", json("clip"), json("picture"))) AS "rows" FROM (
      SELECT t."id", ${CLIP} AS "clip", ${PICTURE} AS "picture" FROM "Task" t
      WHERE t."deletedAt" IS NULL ${before === null ? NOTHING : sql`AND t."id" < ${before}`}
      ORDER BY t."id" DESC LIMIT ${limit})`)
  const rows = rowsSchema.parse(JSON.parse(cell?.rows ?? '[]'))
  return rows.map(([id, clip, picture]) => [id, ratioOf(clip, picture)])
}
