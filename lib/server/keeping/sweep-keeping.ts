import { TRASH_DAYS } from '@/lib/shared/limits'
import { dropChangesBefore } from './changes/store/changes'
import { KEPT_MS } from './downloads/archive'
import { dropKeptBefore } from './downloads/store/downloads'
import { forgetUnusedTags } from './tags/store/tags'

const DAY_MS = 24 * 3_600_000
/** As long as what was deleted can be put back. */
const CHANGES_MS = TRASH_DAYS * DAY_MS
const EVERY_MS = 3_600_000

let sweptAt: Date | undefined

/** Forgets old changes, and tags that no clip has; once an hour. */
export async function sweepKeeping(now: Date): Promise<void> {
  if (sweptAt && now.getTime() - sweptAt.getTime() < EVERY_MS) return
  sweptAt = now
  await dropOldChanges(now)
  await dropKeptBefore(new Date(now.getTime() - KEPT_MS))
  await forgetUnusedTags()
}

export async function dropOldChanges(now: Date): Promise<void> {
  const before = new Date(now.getTime() - CHANGES_MS)
  while (await dropChangesBefore(before));
}
