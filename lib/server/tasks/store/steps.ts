import { db, type Database } from '../../db/database'
import type { Prisma } from '../../db/generated/client'
import { parseExpiry } from '../../upstream/responses'
import type { RawAnswer } from '../../upstream/client'
import type { Change, Step } from '../lifecycle'
import type { Claim } from './claims'

export type ExchangeNote = RawAnswer & {
  kind: 'submit' | 'query'
  verdict: string
  attempt: number
}

/**
 * Writes a step if the claim still holds, together with its event, its links and the raw answer, in one transaction.
 * @returns false when the lease was lost: nothing of the task changed then, only the raw answer was kept.
 */
export async function writeStep(options: {
  claim: Claim
  step: Step
  now: Date
  exchange?: ExchangeNote
}): Promise<boolean> {
  const { claim, step, now, exchange } = options
  return write({
    where: { id: claim.id, leaseToken: claim.token },
    step,
    now,
    exchange,
    id: claim.id,
  })
}

/** A late answer to a paid request whose lease ran out: links the row, unless a person has decided meanwhile. */
export async function rescueTask(options: {
  id: string
  attempt: number
  step: Step
  now: Date
}): Promise<boolean> {
  const { id, attempt, step, now } = options
  return write({ where: { id, attempt, status: 'unconfirmed' }, step, now, id })
}

async function write(options: {
  where: Prisma.TaskWhereInput
  id: string
  step: Step
  now: Date
  exchange?: ExchangeNote
}): Promise<boolean> {
  const { where, id, step, now, exchange } = options
  const database = await db()
  const [updated] = await database.$transaction([
    database.task.updateMany({ where, data: columns(step.change, now) }),
    // Only of a row that was just written: a lost lease makes no event.
    database.$executeRaw`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "id" = ${id} AND "updatedAt" = ${now}`,
    ...linkWrites(database, { id, step, now }),
    ...(exchange ? exchangeWrites(database, { id, exchange, now }) : []),
  ])
  return updated.count === 1
}

function columns(change: Change, now: Date): Prisma.TaskUpdateManyMutationInput {
  const { usage, ...rest } = change
  return {
    ...rest,
    ...(usage ? { usage: JSON.stringify(usage) } : {}),
    updatedAt: now,
    leaseToken: null,
    leaseUntil: null,
  }
}

/**
 * Fresh links replace the old ones; a clip that is saved already keeps its file. Like the event, only beside a row that was
 * just written: whoever lost the lease has no say in them.
 */
function linkWrites(database: Database, options: { id: string; step: Step; now: Date }) {
  const { id: taskId, step, now } = options
  const { urls = [], expiresRaw = null } = step.links ?? {}
  const expiresAt = parseExpiry(expiresRaw)
  return urls.map(
    (sourceUrl, position) => database.$executeRaw`
      INSERT INTO "TaskOutput" ("taskId", "position", "sourceUrl", "expiresRaw", "expiresAt")
      SELECT "id", ${position}, ${sourceUrl}, ${expiresRaw}, ${expiresAt} FROM "Task"
      WHERE "id" = ${taskId} AND "updatedAt" = ${now}
      ON CONFLICT ("taskId", "position") DO UPDATE SET
        "sourceUrl" = ${sourceUrl}, "expiresRaw" = ${expiresRaw}, "expiresAt" = ${expiresAt}`,
  )
}

/** Every answer to a paid request is kept; of the questions only the last. */
function exchangeWrites(
  database: Database,
  options: { id: string; exchange: ExchangeNote; now: Date },
) {
  const { id: taskId, exchange, now } = options
  const create = database.exchange.create({ data: { ...exchange, taskId, at: now } })
  if (exchange.kind === 'submit') return [create]
  return [database.exchange.deleteMany({ where: { taskId, kind: 'query' } }), create]
}

export type SavedClip = {
  position: number
  sha256: string
  bytes: number
  width: number
  height: number
  durationMs: number
}

/** Notes that a clip's file is in its place. */
export async function noteSaved(taskId: string, clip: SavedClip, savedAt: Date): Promise<void> {
  const { position, ...facts } = clip
  await (
    await db()
  ).taskOutput.update({
    where: { taskId_position: { taskId, position } },
    data: { ...facts, savedAt },
  })
}
