import { queryOptions } from '@tanstack/react-query'
import { request } from './api'
import { taskQueries } from './task-queries'

const path = (id: string, what: string) => `/api/tasks/${encodeURIComponent(id)}/${what}`

/** What is asked of one task beyond itself. */
export const familyQueries = {
  family: (id: string) =>
    queryOptions({
      queryKey: [...taskQueries.all(), 'family', id],
      queryFn: ({ signal }) =>
        request({
          path: path(id, 'family'),
          schema: (schemas) => schemas.familySchema,
          signal,
        }),
    }),

  /** What the gateway answered, word for word. */
  answers: (id: string) =>
    queryOptions({
      queryKey: [...taskQueries.all(), 'answers', id],
      queryFn: ({ signal }) =>
        request({
          path: path(id, 'answers'),
          schema: (schemas) => schemas.answersSchema,
          signal,
        }),
    }),
}
