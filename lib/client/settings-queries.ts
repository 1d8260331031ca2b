import { queryOptions } from '@tanstack/react-query'
import { request } from './api'

// No "use client" here: the server page fills the first of these before it renders.

const all = () => ['settings'] as const

export const KEY_PATH = '/api/settings/key'
export const PRICES_PATH = '/api/settings/prices'
export const RETENTION_PATH = '/api/settings/retention'

export const settingsQueries = {
  /** Root of every key: invalidating it makes everything about the settings be asked again. */
  all,

  key: () =>
    queryOptions({
      queryKey: [...all(), 'key'],
      queryFn: ({ signal }) =>
        request({ path: KEY_PATH, schema: (schemas) => schemas.keySchema, signal }),
    }),

  prices: () =>
    queryOptions({
      queryKey: [...all(), 'prices'],
      queryFn: ({ signal }) =>
        request({ path: PRICES_PATH, schema: (schemas) => schemas.pricesOnWireSchema, signal }),
    }),

  retention: () =>
    queryOptions({
      queryKey: [...all(), 'retention'],
      queryFn: ({ signal }) =>
        request({ path: RETENTION_PATH, schema: (schemas) => schemas.retentionSchema, signal }),
    }),

  /** Takes seconds and asks the gateway: only when the page is opened, and when told to. */
  diagnosis: () =>
    queryOptions({
      queryKey: [...all(), 'diagnosis'],
      queryFn: ({ signal }) =>
        request({ path: '/api/doctor', schema: (schemas) => schemas.diagnosisSchema, signal }),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }),
}
