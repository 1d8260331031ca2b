import { isServer, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api'

const RETRIES = 2

/** Fresh for a while: pages come with their data, and events say what has changed since. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A page does not wait for it: without an answer it comes at once, and the browser asks again.
        retry: (failures, error) => !isServer && failures < RETRIES && !isFinal(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Asking again would bring the same answer. */
function isFinal(error: Error): boolean {
  return error instanceof ApiError && error.status < 500
}
