import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query'
import type { AttentionPage } from '@/lib/shared/attention'
import type { AuditPage } from '@/lib/shared/audit'
import { request } from './api'

const all = () => ['attention'] as const

/** How many of each are shown at once; what needs a person is few, or many of one kind. */
export const ATTENTION_PAGE = 50
export const AUDIT_PAGE = 20

export const attentionQueries = {
  /** Root of every key: whatever changes a task may have changed all of it. */
  all,

  /** Tasks that wait for a person's word, newest first. */
  list: () =>
    infiniteQueryOptions<
      AttentionPage,
      Error,
      InfiniteData<AttentionPage>,
      QueryKey,
      string | null
    >({
      queryKey: [...all(), 'list'],
      queryFn: ({ pageParam, signal }) =>
        request({
          path: `/api/attention?${pageQuery(ATTENTION_PAGE, pageParam)}`,
          schema: (schemas) => schemas.attentionPageSchema,
          signal,
        }),
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
    }),

  /** What was decided, newest first. */
  audit: () =>
    infiniteQueryOptions<AuditPage, Error, InfiniteData<AuditPage>, QueryKey, string | null>({
      queryKey: [...all(), 'audit'],
      queryFn: ({ pageParam, signal }) =>
        request({
          path: `/api/audit?${pageQuery(AUDIT_PAGE, pageParam)}`,
          schema: (schemas) => schemas.auditPageSchema,
          signal,
        }),
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
    }),

  /** What was decided about one task. */
  history: (id: string) =>
    queryOptions({
      queryKey: [...all(), 'history', id],
      queryFn: ({ signal }) =>
        request({
          path: `/api/tasks/${encodeURIComponent(id)}/history`,
          schema: (schemas) => schemas.historySchema,
          signal,
        }),
    }),
}

function pageQuery(limit: number, cursor: string | null): URLSearchParams {
  return new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) })
}
