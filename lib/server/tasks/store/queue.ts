import { PAUSE_REASONS, type PauseReason } from '@/lib/shared/errors'
import { db } from '../../db/database'
import { keyHolds } from './key-holds'

const ROW = 1
const RESUMED = { pausedReason: null, pausedAt: null, unclearInARow: 0 }

export type QueueRow = {
  pausedReason: PauseReason | null
  pausedAt: Date | null
  unclearInARow: number
}

export async function readQueue(): Promise<QueueRow> {
  const row = await db().queue.findUnique({ where: { id: ROW } })
  const pausedReason = PAUSE_REASONS.find((reason) => reason === row?.pausedReason) ?? null
  return { pausedReason, pausedAt: row?.pausedAt ?? null, unclearInARow: row?.unclearInARow ?? 0 }
}

/** Stops sending until a person resumes. The first reason stays; what a replaced key ran into counts no more. */
export async function pauseQueue(options: {
  reason: PauseReason
  now: Date
  keyVersion: string | null
}): Promise<void> {
  const { reason, now, keyVersion } = options
  await db().$executeRaw`
    INSERT INTO "Queue" ("id", "pausedReason", "pausedAt", "unclearInARow")
    SELECT ${ROW}, ${reason}, ${now}, 0 WHERE ${keyHolds(keyVersion)}
    ON CONFLICT ("id") DO UPDATE SET "pausedReason" = ${reason}, "pausedAt" = ${now} WHERE "Queue"."pausedReason" IS NULL`
}

export async function resumeQueue(): Promise<void> {
  await db().queue.updateMany({ where: { id: ROW }, data: RESUMED })
}

/** Only while one of these is the reason. */
export async function resumeQueueIf(reasons: PauseReason[]): Promise<void> {
  await db().queue.updateMany({ where: { id: ROW, pausedReason: { in: reasons } }, data: RESUMED })
}

/** Counts an unclear answer; returns how many came in a row. */
export async function countUnclear(): Promise<number> {
  const row = await db().queue.upsert({
    where: { id: ROW },
    create: { id: ROW, unclearInARow: 1 },
    update: { unclearInARow: { increment: 1 } },
  })
  return row.unclearInARow
}

export async function resetUnclear(): Promise<void> {
  await db().queue.updateMany({
    where: { id: ROW, unclearInARow: { gt: 0 } },
    data: { unclearInARow: 0 },
  })
}

export async function countByStatus(): Promise<Map<string, number>> {
  const statuses = ['queued', 'submitting', 'running', 'archiving', 'unconfirmed']
  const groups = await db().task.groupBy({
    by: ['status'],
    where: { status: { in: statuses }, deletedAt: null },
    _count: true,
  })
  return new Map(groups.map((group) => [group.status, group._count]))
}
