import { db } from '../../db/database'

export type EventRow = { id: number; taskId: string; status: string }

export async function lastEventId(): Promise<number> {
  const last = await db().event.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return last?.id ?? 0
}

export async function eventsAfter(id: number, limit: number): Promise<EventRow[]> {
  return db().event.findMany({
    where: { id: { gt: id } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, taskId: true, status: true },
  })
}

/** Removes events that no reconnecting tab could still ask for. */
export async function dropEventsBefore(moment: Date): Promise<void> {
  await db().event.deleteMany({ where: { at: { lt: moment } } })
}
