import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query'
import type { PromptPage } from '@/lib/shared/prompts'
import { request } from './api'

const all = () => ['prompts'] as const

export const TEMPLATES_PATH = '/api/prompt-templates'

export const promptQueries = {
  /** Root of every key: invalidating it makes everything about prompts be asked again. */
  all,

  /** A person's own prompts, the last used first, page by page. Asked anew whenever it is opened: tasks are made meanwhile. */
  used: (query: string) =>
    infiniteQueryOptions<PromptPage, Error, InfiniteData<PromptPage>, QueryKey, string | null>({
      queryKey: [...all(), 'used', query],
      queryFn: ({ pageParam, signal }) => {
        const search = new URLSearchParams()
        if (query) search.set('query', query)
        if (pageParam) search.set('cursor', pageParam)
        const path = `/api/prompts?${search}`
        return request({ path, schema: (schemas) => schemas.promptPageSchema, signal })
      },
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
      staleTime: 0,
      gcTime: 0,
    }),

  templates: () =>
    queryOptions({
      queryKey: [...all(), 'templates'],
      queryFn: ({ signal }) =>
        request({ path: TEMPLATES_PATH, schema: (schemas) => schemas.templateListSchema, signal }),
    }),
}
