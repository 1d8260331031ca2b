import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { startLiveEvents } from './live-events'

/** Once a page, around everything that shows tasks. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  useEffect(() => startLiveEvents(client), [client])
}
