import { queryOptions } from '@tanstack/react-query'
import { request } from '../api'

const all = () => ['keeping'] as const

/** Tags, collections, and what is being done to many clips. */
export const keepingQueries = {
  all,

  tags: () =>
    queryOptions({
      queryKey: [...all(), 'tags'],
      queryFn: async ({ signal }) => {
        const answer = await request({
          path: '/api/tags',
          schema: (schemas) => schemas.tagListSchema,
          signal,
        })
        return answer.tags
      },
    }),

  collections: () =>
    queryOptions({
      queryKey: [...all(), 'collections'],
      queryFn: async ({ signal }) => {
        const answer = await request({
          path: '/api/collections',
          schema: (schemas) => schemas.collectionListSchema,
          signal,
        })
        return answer.collections
      },
    }),

  changes: () =>
    queryOptions({
      queryKey: [...all(), 'changes'],
      queryFn: async ({ signal }) => {
        const answer = await request({
          path: '/api/changes',
          schema: (schemas) => schemas.changeListSchema,
          signal,
        })
        return answer.changes
      },
    }),
}
