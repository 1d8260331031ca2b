import { connection } from '../../db/database'
import { list, names, NOTHING, sql, type Sql, type SqlValue } from '../../db/sql'
import { parseExpiry } from '../../upstream/responses'
import type { RawAnswer } from '../../upstream/client'
import type { Change, Step } from '../lifecycle'
import type { Claim } from './claims'
import { noteWait } from './gateway-waits'
import { noteLife } from './lives'

export type ExchangeNote = RawAnswer & {
  kind: 'submit' | 'query'
  verdict: string
  attempt: number
}

/**
 * Writes a step if the claim still holds, together with its event, its links, the raw answer and what the gateway asked all of
 * us to wait with, in one transaction.
 * @returns false when the lease was lost: nothing of the task changed then, only the answer and the wait were kept.
 */
export async function writeStep(options: {
  claim: Claim
  step: Step
  now: Date
  exchange?: ExchangeNote
}): Promise<boolean> {
  const { claim, ...rest } = options
  return write({ ...rest, id: claim.id, holds: sql`"leaseToken" = ${claim.token}` })
}

/** A late answer to a paid request whose lease ran out: links the row, unless a person has decided meanwhile. */
export async function rescueTask(options: {
  id: string
  attempt: number
  step: Step
  now: Date
}): Promise<boolean> {
  const { attempt, ...rest } = options
  return write({ ...rest, holds: sql`"attempt" = ${attempt} AND "status" = 'unconfirmed'` })
}

async function write(options: {
  id: string
  /** What must be true of the row. */
  holds: Sql
  step: Step
  now: Date
  exchange?: ExchangeNote
}): Promise<boolean> {
  const { id, holds, step, now, exchange } = options
  const [, updated] = await connection().transaction([
    // Only where the row is about to be written: a lost lease makes no event.
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", ${step.change.status}, ${now} FROM "Task"
      WHERE "id" = ${id} AND ${holds} AND (${isSeen(step.change)})`,
    sql`UPDATE "Task" SET ${assignments(columns(step.change, now))} WHERE "id" = ${id} AND ${holds}`,
    ...(step.life ? noteLife({ id, life: step.life, now }) : []),
    ...linkWrites({ id, step, now }),
    ...(exchange ? exchangeWrites({ id, exchange, now }) : []),
    ...(step.wait ? [noteWait(gatewayOf(id), step.wait, now)] : []),
  ])
  return updated?.changed === 1
}

/** Whether a person sees the change. That the gateway was asked once more and is still at work is no news: with many tasks it would be
 * all the time, in every tab. */
function isSeen(change: Change): Sql {
  const { status, errorCode, errorDetail } = change
  const differs = (name: string, value: SqlValue | undefined) =>
    value === undefined ? NOTHING : sql` OR ${names(name)} IS NOT ${value}`
  return sql`FALSE${differs('status', status)}${differs('errorCode', errorCode)}${differs('errorDetail', errorDetail)}`
}

const gatewayOf = (id: string) => sql`(SELECT "gateway" FROM "Task" WHERE "id" = ${id})`

function columns(change: Change, now: Date): Record<string, SqlValue | undefined> {
  const { usage, ...rest } = change
  return {
    ...rest,
    ...(usage ? { usage: JSON.stringify(usage) } : {}),
    updatedAt: now,
    leaseToken: null,
    leaseUntil: null,
  }
}

/** `"a" = 1, "b" = 2`, without what is undefined. */
function assignments(values: Record<string, SqlValue | undefined>): Sql {
  return list(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [sql`${names(name)} = ${value}`],
    ),
  )
}

/**
 * Fresh links replace the old ones; a clip that is saved already keeps its file. Like the event, only beside a row that was
 * just written: whoever lost the lease has no say in them.
 */
function linkWrites(options: { id: string; step: Step; now: Date }): Sql[] {
  const { id: taskId, step, now } = options
  const { urls = [], expiresRaw = null } = step.links ?? {}
  const expiresAt = parseExpiry(expiresRaw)
  return urls.map(
    (sourceUrl, position) => sql`
      INSERT INTO "TaskOutput" ("taskId", "position", "sourceUrl", "expiresRaw", "expiresAt")
      SELECT "id", ${position}, ${sourceUrl}, ${expiresRaw}, ${expiresAt} FROM "Task"
      WHERE "id" = ${taskId} AND "updatedAt" = ${now}
      ON CONFLICT ("taskId", "position") DO UPDATE SET
        "sourceUrl" = ${sourceUrl}, "expiresRaw" = ${expiresRaw}, "expiresAt" = ${expiresAt}`,
  )
}

/** Every answer to a paid request is kept; of the questions only the last. */
function exchangeWrites(options: { id: string; exchange: ExchangeNote; now: Date }): Sql[] {
  const { id, exchange, now } = options
  const { kind, attempt, httpStatus, requestId, verdict, body } = exchange
  const insert = sql`
    INSERT INTO "Exchange" ("taskId", "attempt", "kind", "at", "httpStatus", "requestId", "verdict", "body")
    VALUES (${id}, ${attempt}, ${kind}, ${now}, ${httpStatus}, ${requestId}, ${verdict}, ${body})`
  if (kind === 'submit') return [insert]
  return [sql`DELETE FROM "Exchange" WHERE "taskId" = ${id} AND "kind" = 'query'`, insert]
}

export type SavedClip = {
  position: number
  sha256: string
  bytes: number
  width: number
  height: number
  durationMs: number
}

/**
 * Notes that a clip's file is in its place, if the claim still holds and it is. The look and the note are one: whoever removes
 * files does so under the same lock, so a file that is noted stays.
 * @returns false when nothing was noted.
 */
export async function noteSaved(options: {
  claim: Claim
  clip: SavedClip
  now: Date
  isThere: () => Promise<boolean>
}): Promise<boolean> {
  const { claim, now, isThere } = options
  const { position, ...facts } = options.clip
  return connection().hold(async (run) => {
    if (!(await isThere())) return false
    const { changed } = await run(sql`
      UPDATE "TaskOutput" SET ${assignments({ ...facts, savedAt: now })}
      WHERE "taskId" = ${claim.id} AND "position" = ${position}
        AND EXISTS (SELECT 1 FROM "Task" WHERE "id" = ${claim.id} AND "leaseToken" = ${claim.token})`)
    return changed === 1
  })
}
