import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ChangeOnWire } from '@/lib/shared/gallery/change'
import { keepingQueries } from './keeping-queries'

const LOOK_EVERY_MS = 700

export type RunningChanges = {
  running: ChangeOnWire[]
  /** Seen running by this page, and over: what became of them is to be said once. */
  ended: ChangeOnWire[]
}

/** Changes that run, asked for again and again while there are any. The page comes with them: nothing is fetched to find out. */
export function useRunningChanges(): RunningChanges {
  const [seen, setSeen] = useState<readonly string[]>([])
  const changes = useQuery({
    ...keepingQueries.changes(),
    enabled: (query) => hasRunning(query.state.data),
    refetchInterval: (query) => (hasRunning(query.state.data) ? LOOK_EVERY_MS : false),
  })
  const all = changes.data ?? []
  const running = all.filter(({ state }) => state === 'running')
  const fresh = running.filter(({ id }) => !seen.includes(id))
  if (fresh.length > 0) setSeen([...seen, ...fresh.map(({ id }) => id)])
  const ended = all.filter(({ id, state }) => state !== 'running' && seen.includes(id))
  return { running, ended }
}

function hasRunning(changes: readonly ChangeOnWire[] | undefined): boolean {
  return changes?.some(({ state }) => state === 'running') ?? false
}
