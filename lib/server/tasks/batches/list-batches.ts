import type { Person } from '../../accounts/person'
import type { BatchState } from './get-batch'
import { groupTasks, pageOfBatches } from '../store/batches'

/** A page of batches, newest first; with `isOpen` only those in which something may still happen by itself. */
export async function listBatches(options: {
  person: Person
  limit: number
  cursor: string | null
  isOpen: boolean
}): Promise<{ batches: BatchState[]; nextCursor: string | null }> {
  const found = await pageOfBatches({ ...options, limit: options.limit + 1 })
  const page = found.slice(0, options.limit)
  const nextCursor = found.length > options.limit ? (page.at(-1)?.id ?? null) : null
  const groups = await groupTasks(page.map(({ id }) => id))
  const batches = page.map((batch) => ({
    batch,
    groups: groups.filter(({ batchId }) => batchId === batch.id),
  }))
  return { batches, nextCursor }
}
