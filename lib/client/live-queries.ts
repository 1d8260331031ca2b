import { queryOptions } from '@tanstack/react-query'

// No "use client" here: the server's page fills it.

export const liveQueries = {
  /** The last event that what came with the page knows of: the stream goes on from there. Never asked for by the browser. */
  seen: () => queryOptions<number | null>({ queryKey: ['live', 'seen'], staleTime: Infinity }),
}
