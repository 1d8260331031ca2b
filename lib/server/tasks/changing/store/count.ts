import type { ChangeAction } from '@/lib/shared/gallery/change'
import { connection } from '../../../db/database'
import { list, sql, type Sql } from '../../../db/sql'
import { IS_IN_TRASH, IS_LIVE } from './part'
import { RETRYABLE } from './retry'
import { DELETABLE } from './trash'

/** How many of these are as an action needs them. */
export async function countStanding(
  kind: ChangeAction['kind'],
  ids: readonly string[],
): Promise<number> {
  const [counted] = await connection().rows<{ count: number }>(sql`
    SELECT count(*) AS "count" FROM "Task" WHERE ${among(ids)} AND ${standing(kind)}`)
  return counted?.count ?? 0
}

/** The settings of those that can be tried again, each with how many have the same. */
export async function retrySettings(
  ids: readonly string[],
): Promise<{ model: string; params: string; count: number }[]> {
  return connection().rows(sql`
    SELECT "model", json_remove("params", '$.seed', '$.negativePrompt') AS "params", count(*) AS "count" FROM "Task"
    WHERE ${among(ids)} AND ${standing('retry')} GROUP BY 1, 2`)
}

function standing(kind: ChangeAction['kind']): Sql {
  switch (kind) {
    case 'delete':
      return sql`${IS_LIVE} AND "status" IN (${list(DELETABLE)})`
    case 'restore':
    case 'purge':
      return IS_IN_TRASH
    case 'retry':
      return sql`${IS_LIVE} AND "status" IN (${list(RETRYABLE)})`
    case 'cancel':
      return sql`${IS_LIVE} AND "status" = 'queued'`
    default:
      return IS_LIVE
  }
}

function among(ids: readonly string[]): Sql {
  return sql`"id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`
}
