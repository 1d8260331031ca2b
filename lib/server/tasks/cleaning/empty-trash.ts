import { TRASH_DAYS } from '@/lib/shared/limits'
import { lookAgain } from './remove-strays'
import { purgeTrash } from './store/trash'

const DAY_MS = 24 * 3_600_000

/** Empties the trash of what has lain in it for its time. The files go with the next look for strays. */
export async function emptyTrash(now: Date): Promise<void> {
  const before = new Date(now.getTime() - TRASH_DAYS * DAY_MS)
  while ((await purgeTrash(before, now)) !== null) lookAgain()
}
