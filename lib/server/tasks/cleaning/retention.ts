import * as z from 'zod/mini'
import { AppError } from '@/lib/shared/errors'
import {
  isInRange,
  KEEPS_ALL,
  RETENTION_DAYS,
  retentionSchema,
  type Retention,
} from '@/lib/shared/retention'
import { createLog } from '../../log'
import { findStoredRetention, putStoredRetention } from './store/retention'
import { trashDoneBefore } from './store/trash'

const DAY_MS = 24 * 3_600_000

/** How long clips stay. Off until somebody sets it, and where what is stored cannot be read. */
export async function currentRetention(): Promise<Retention> {
  const stored = await findStoredRetention()
  if (stored === null) return KEEPS_ALL
  const parsed = z.safeParse(retentionSchema, readJson(stored))
  if (parsed.success && isInRange(parsed.data)) return parsed.data
  createLog('tasks').warn('the stored rule on how long clips stay cannot be read: all of them stay')
  return KEEPS_ALL
}

/** From the next look on, within the hour. Throws AppError invalid. */
export async function storeRetention(rule: Retention, now = new Date()): Promise<Retention> {
  if (!isInRange(rule)) {
    const problem = { path: 'days', code: 'out_of_range', values: RETENTION_DAYS } as const
    throw new AppError('invalid', 'no number of days', { fields: [problem] })
  }
  await putStoredRetention(JSON.stringify(rule), now)
  return rule
}

/** Moves clips that are older than the rule allows to the trash. @returns how many. */
export async function applyRetention(now: Date): Promise<number> {
  const { days } = await currentRetention()
  if (days === null) return 0
  const before = new Date(now.getTime() - days * DAY_MS)
  let moved = 0
  for (let some = -1; some !== 0; moved += some) some = await trashDoneBefore(before, now)
  if (moved > 0) createLog('tasks').info({ moved, days }, 'old clips are in the trash')
  return moved
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // no rule
  }
}
