import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { KeyOnWire } from '@/lib/shared/gateway-key'
import type { Retention } from '@/lib/shared/retention'
import { request } from './api'
import { KEY_PATH, PRICES_PATH, RETENTION_PATH, settingsQueries } from './settings-queries'
import { taskQueries } from './task-queries'

/** Stores a key unless the gateway refuses it. The key itself is not kept in this page's memory once it is answered. */
export function useStoreKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: string) =>
      request({
        path: KEY_PATH,
        method: 'PUT',
        body: { key },
        schema: (schemas) => schemas.storedKeySchema,
      }),
    gcTime: 0,
    onSuccess: (key) => keyChanged(client, key),
  })
}

export function useRemoveKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      request({ path: KEY_PATH, method: 'DELETE', schema: (schemas) => schemas.keySchema }),
    onSuccess: (key) => keyChanged(client, key),
  })
}

/** Takes a price table, or null for the default. */
export function useStorePrices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (prices: unknown) =>
      request({
        path: PRICES_PATH,
        ...(prices === null ? { method: 'DELETE' } : { method: 'PUT', body: prices }),
        schema: (schemas) => schemas.pricesOnWireSchema,
      }),
    onSuccess: (stored) => client.setQueryData(settingsQueries.prices().queryKey, stored),
  })
}

/** How long clips stay. */
export function useStoreRetention() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rule: Retention) =>
      request({
        path: RETENTION_PATH,
        method: 'PUT',
        body: rule,
        schema: (schemas) => schemas.retentionSchema,
      }),
    onSuccess: (stored) => client.setQueryData(settingsQueries.retention().queryKey, stored),
  })
}

/** With the key the queue may go on, and what the doctor found is out of date. */
function keyChanged(client: QueryClient, { source, storedAt, gateway }: KeyOnWire): void {
  client.setQueryData(settingsQueries.key().queryKey, { source, storedAt, gateway })
  void client.invalidateQueries({ queryKey: settingsQueries.diagnosis().queryKey })
  void client.invalidateQueries({ queryKey: taskQueries.queue().queryKey, exact: true })
}
