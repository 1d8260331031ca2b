import { isActive } from '@/lib/shared/task-states'
import type { TaskEvent } from '@/lib/shared/wire'

/** Counts what is in flight by events alone, so that a hidden page knows when all is done without asking anybody. */
export type Tally = ReturnType<typeof createTally>

export function createTally() {
  const known = new Set<string>()
  /** In flight too, but on no page of the list that is loaded: a batch is larger than a page. */
  let unlisted = 0
  return {
    inFlight: () => known.size + unlisted,
    has: (id: string) => known.has(id),
    /** Tasks that were seen in flight. What has ended leaves by its event, which may come after the news. */
    note(ids: Iterable<string>): void {
      for (const id of ids) known.add(id)
    },
    /** As it stands at this moment; from here on only events tell. */
    reset(ids: Iterable<string>, total: number): void {
      known.clear()
      for (const id of ids) known.add(id)
      unlisted = Math.max(0, total - known.size)
    },
    /** True where a task that was in flight is not any more. One that was deleted or brought back says its state again. */
    hear({ id, status }: TaskEvent): boolean {
      if (isActive(status)) {
        if (!known.has(id) && status !== 'queued') unlisted = Math.max(0, unlisted - 1)
        known.add(id)
        return false
      }
      if (known.delete(id)) return true
      if (unlisted === 0) return false
      unlisted -= 1
      return true
    },
  }
}
