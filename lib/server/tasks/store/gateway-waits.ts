import { connection } from '../../db/database'
import { sql, type Sql } from '../../db/sql'

/** What the gateway may ask all of us to wait with: paid requests, or questions for results. */
export type WaitKind = 'submit' | 'query'
/** Until when, or null: an answer came that asks for no waiting. */
export type Wait = { kind: WaitKind; until: Date | null }

/**
 * The statement that notes it. Of two waits the longer one stays. An answer to what was sent before the gateway asked to wait
 * ends nothing: only a wait that is over can end.
 */
export function noteWait(gateway: Sql, { kind, until }: Wait, now: Date): Sql {
  if (until === null)
    return sql`
      DELETE FROM "GatewayWait" WHERE "gateway" = ${gateway} AND "kind" = ${kind} AND "until" <= ${now}`
  return sql`
    INSERT INTO "GatewayWait" ("gateway", "kind", "until") VALUES (${gateway}, ${kind}, ${until})
    ON CONFLICT ("gateway", "kind") DO UPDATE SET "until" = max("until", excluded."until")`
}

/** A condition for claims: nobody waits, or the wait is over and nobody has gone ahead yet to see whether the gateway takes more. */
export function maySend(gateway: string, kind: WaitKind, now: Date): Sql {
  const inTheAir =
    kind === 'submit'
      ? sql`"status" = 'submitting'`
      : sql`"status" = 'running' AND "leaseUntil" >= ${now}`
  return sql`NOT EXISTS (
    SELECT 1 FROM "GatewayWait" WHERE "gateway" = ${gateway} AND "kind" = ${kind}
      AND ("until" > ${now} OR EXISTS (SELECT 1 FROM "Task" WHERE ${inTheAir} AND "gateway" = ${gateway})))`
}

/** When the wait of each kind is over; null where there is none. */
export async function readWaits(gateway: string): Promise<Record<WaitKind, Date | null>> {
  const rows = await connection().rows<{ kind: string; until: Date }>(
    sql`SELECT "kind", "until" FROM "GatewayWait" WHERE "gateway" = ${gateway}`,
  )
  const untilOf = (kind: WaitKind) => rows.find((row) => row.kind === kind)?.until ?? null
  return { submit: untilOf('submit'), query: untilOf('query') }
}

/** A person resumes, or there is another key: questions go on at once. */
export const FORGET_QUERY_WAITS = sql`DELETE FROM "GatewayWait" WHERE "kind" = 'query'`
