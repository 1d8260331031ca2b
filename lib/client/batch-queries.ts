import { queryOptions } from '@tanstack/react-query'
import { request } from './api'

const all = () => ['batches'] as const

/** Open batches that are shown at once. */
const SHOWN = 10

export const batchQueries = {
  /** Root of every key. Whatever is said to have changed of a task may have changed a batch (refresh-tasks.ts). */
  all,

  /** Those in which something may still happen, newest first. */
  open: () =>
    queryOptions({
      queryKey: [...all(), 'open'],
      queryFn: ({ signal }) =>
        request({
          path: `/api/batches?open=true&limit=${SHOWN}`,
          schema: (schemas) => schemas.batchPageSchema,
          signal,
        }),
    }),
}
