import { PAUSE_REASONS, type PauseReason } from '@/lib/shared/errors'
import { db } from '../../db/database'

const ROW = 1

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

/** Stops sending until a person resumes. The first reason stays. */
export async function pauseQueue(reason: PauseReason, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Queue" ("id", "pausedReason", "pausedAt", "unclearInARow") VALUES (${ROW}, ${reason}, ${now}, 0)
    ON CONFLICT ("id") DO UPDATE SET "pausedReason" = ${reason}, "pausedAt" = ${now} WHERE "Queue"."pausedReason" IS NULL`
}

export async function resumeQueue(): Promise<void> {
  await db().queue.updateMany({
    where: { id: ROW },
    data: { pausedReason: null, pausedAt: null, unclearInARow: 0 },
  })
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
