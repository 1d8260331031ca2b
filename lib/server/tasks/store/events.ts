import { connection } from '../../db/database'
import { sql } from '../../db/sql'

export type EventRow = { id: number; taskId: string; status: string }

export async function lastEventId(): Promise<number> {
  const [last] = await connection().rows<{ id: number }>(
    sql`SELECT "id" FROM "Event" ORDER BY "id" DESC LIMIT 1`,
  )
  return last?.id ?? 0
}

export async function eventsAfter(id: number, limit: number): Promise<EventRow[]> {
  return connection().rows(
    sql`SELECT "id", "taskId", "status" FROM "Event" WHERE "id" > ${id} ORDER BY "id" LIMIT ${limit}`,
  )
}

/** Removes events that no reconnecting tab could still ask for. */
export async function dropEventsBefore(moment: Date): Promise<void> {
  await connection().run(sql`DELETE FROM "Event" WHERE "at" < ${moment}`)
}
