import { isActive } from '@/lib/shared/task-states'
import type { Outlook } from '@/lib/shared/wire'
import { env } from '../../env'
import { outlookOf, type QueueFacts } from './outlook'
import { learntFor } from '../schedule/learnt'
import { slotsAt } from '../slots-at'
import { readWaits } from '../store/gateway-waits'
import { countTaken, placesOf } from '../store/places'
import { readQueue } from '../store/queue'
import type { TaskRow } from '../store/task-row'

/** How the tasks of a page go on, by id: those that do, and that are this gateway's. A page without any asks nothing. */
export async function readOutlooks(
  rows: readonly TaskRow[],
  now: Date,
): Promise<Map<string, Outlook>> {
  const gateway = env().gateway.name
  const own = rows.filter((row) => isActive(row.status) && row.gateway === gateway)
  const outlooks = new Map<string, Outlook>()
  if (own.length === 0) return outlooks
  const waiting = own.filter(({ status }) => status === 'queued').map(({ id }) => id)
  const [queue, places] = await Promise.all([readFacts(gateway, now), placesOf(waiting, gateway)])
  for (const row of own) {
    const { duration: seconds, resolution } = row.params
    const learnt = await learntFor({ model: row.model, seconds, resolution }, now)
    const outlook = outlookOf(row, { place: places.get(row.id) ?? null, learnt, queue })
    if (outlook) outlooks.set(row.id, outlook)
  }
  return outlooks
}

async function readFacts(gateway: string, now: Date): Promise<QueueFacts> {
  const slots = await slotsAt(now)
  const [{ pausedReason }, waits, taken] = await Promise.all([
    readQueue(),
    readWaits(gateway),
    countTaken(gateway, slots),
  ])
  const isPaused = pausedReason !== null || env().gateway.keySource === 'unreadable'
  return { now, isPaused, waits, concurrency: slots.concurrency, taken }
}
