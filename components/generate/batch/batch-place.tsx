import { useEffect, useState, type ComponentType } from 'react'
import { useQuery } from '@tanstack/react-query'
import { taskQueries } from '@/lib/client/task-queries'
import type { TaskOnWire } from '@/lib/shared/wire'

/** Where the batches are shown that are under way. What shows them comes once something waits or one of these tasks is of a batch. */
export function BatchPlace({ now }: { now: readonly TaskOnWire[] }) {
  const { data: queue } = useQuery(taskQueries.queue())
  const isWanted = now.some(({ batchId }) => batchId !== null) || (queue?.queued ?? 0) > 0
  const [Strips, setStrips] = useState<ComponentType | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./batch-strips').then(
      ({ BatchStrips }) => isHere && setStrips(() => BatchStrips),
      () => {}, // a tab older than the studio: the tasks are shown all the same
    )
    return () => {
      isHere = false
    }
  }, [isWanted])
  return Strips && <Strips />
}
