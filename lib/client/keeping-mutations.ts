import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type {
  ChangeAction,
  ChangeOnWire,
  CollectionChange,
  Selection,
} from '@/lib/shared/gallery/change'
import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import { request, requestNothing } from './api'
import { galleryQueries } from './gallery/gallery-queries'
import { renewGalleries } from './gallery/renew-gallery'
import { createIdempotencyKey } from './idempotency-key'
import { keepingQueries } from './keeping/keeping-queries'
import { showAction } from './keeping/patch-tasks'
import { catchUp, refreshTasks } from './refresh-tasks'

/** No clip comes or goes by these. */
const IN_PLACE: readonly string[] = ['rate', 'favorite', 'tag', 'title', 'notes']

/** Changes one clip: shown at once, taken back where it fails. `onKept` is told also when what has asked is gone. */
export function useKeepClip<Action extends ChangeAction>(
  id: string,
  onKept: (change: ChangeOnWire, action: Action) => void,
) {
  const client = useQueryClient()
  return useMutation({
    ...ofClip(client, id),
    mutationFn: (action: Action) => sendChange({ action, selection: { ids: [id] } }),
    onMutate: (action) => showAction(client, [id], action),
    onError: (_error, _action, takeBack) => takeBack?.(),
    onSuccess: onKept,
  })
}

/** Takes back what was changed of one clip. */
export function useUnkeepClip(id: string) {
  const client = useQueryClient()
  return useMutation({
    ...ofClip(client, id),
    mutationFn: (changeId: string) => postChange(`${changePath(changeId)}/undo`),
  })
}

function ofClip(client: QueryClient, id: string) {
  return {
    mutationKey: ['keep', id],
    // One after the other: the last word is the last that is heard.
    scope: { id: `keep ${id}` },
    onSettled: () => {
      // What is still on its way has the last word.
      if (client.isMutating({ mutationKey: ['keep', id] }) <= 1) void lookAtClip(client, id)
    },
  }
}

export type NewChangeOptions = {
  action: ChangeAction
  selection: Selection
  /** Of a paid one: the same key and body make it once. */
  key?: string
}

/** Changes what is selected. */
export function useChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (options: NewChangeOptions) => sendChange(options),
    onMutate: ({ action, selection }) =>
      'ids' in selection ? showAction(client, selection.ids, action) : () => {},
    onError: (_error, _options, takeBack) => takeBack?.(),
    onSuccess: (change, { selection }) => afterChange(client, change, idsOf(selection)),
  })
}

/** Takes a change back; of a retry, cancels what waits. */
export function useUndoChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postChange(`${changePath(id)}/undo`),
    onSuccess: (change) => afterChange(client, change, null),
  })
}

export function useStopChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postChange(`${changePath(id)}/stop`),
    onSuccess: (change) => afterChange(client, change, null),
  })
}

/** How many it would be done to, and what that is likely to cost. */
export function previewChange(body: { selection: Selection; kind: ChangeAction['kind'] }) {
  return request({
    path: '/api/changes/preview',
    method: 'POST',
    body,
    schema: (schemas) => schemas.changePreviewSchema,
  })
}

export function useCreateCollection() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; query: string | null }) =>
      request({
        path: '/api/collections',
        method: 'POST',
        body,
        schema: (schemas) => schemas.collectionSchema,
      }),
    onSuccess: () => lookAtKeeping(client),
  })
}

export function useChangeCollection() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: CollectionChange }) =>
      request({
        path: `/api/collections/${encodeURIComponent(id)}`,
        method: 'PATCH',
        body: change,
        schema: (schemas) => schemas.collectionSchema,
      }),
    onSuccess: (_, { change }) => {
      lookAtKeeping(client)
      if (change.move) renewGalleries(client).catch(() => undefined) // only late
    },
  })
}

export function useDeleteCollection() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      requestNothing({ path: `/api/collections/${encodeURIComponent(id)}`, method: 'DELETE' }),
    onSuccess: () => lookAtKeeping(client),
  })
}

/** The name of another tag makes one of the two. */
export function useRenameTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      request({
        path: `/api/tags/${encodeURIComponent(id)}`,
        method: 'PATCH',
        body: { name },
        schema: (schemas) => schemas.tagSchema,
      }),
    onSuccess: () => lookAtAll(client),
  })
}

export function useDeleteTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      requestNothing({ path: `/api/tags/${encodeURIComponent(id)}`, method: 'DELETE' }),
    onSuccess: () => lookAtAll(client),
  })
}

function sendChange({ action, selection, key }: NewChangeOptions): Promise<ChangeOnWire> {
  const headers = { 'idempotency-key': key ?? createIdempotencyKey() }
  return postChange('/api/changes', { body: { action, selection }, headers })
}

function postChange(
  path: string,
  more: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<ChangeOnWire> {
  return request({ path, method: 'POST', ...more, schema: (schemas) => schemas.changeSchema })
}

function changePath(id: string): string {
  return `/api/changes/${encodeURIComponent(id)}`
}

function idsOf(selection: Selection): string[] | null {
  return 'ids' in selection ? selection.ids : null
}

/** One that runs goes on in the list of changes, and what it has done is asked for when it ends. */
export async function afterChange(
  client: QueryClient,
  change: ChangeOnWire,
  ids: readonly string[] | null,
): Promise<void> {
  client.setQueryData(keepingQueries.changes().queryKey, (known) => [
    change,
    ...(known ?? []).filter(({ id }) => id !== change.id),
  ])
  if (change.state === 'running') return
  lookAtKeeping(client)
  // What was asked for is done; where these have no answer, the next event brings it.
  if (ids && ids.length <= CHANGED_AT_ONCE) await refreshTasks(client, ids).catch(() => undefined)
  else await catchUp(client).catch(() => undefined)
  if (!IN_PLACE.includes(change.kind)) await renewGalleries(client).catch(() => undefined)
}

async function lookAtClip(client: QueryClient, id: string): Promise<void> {
  lookAtKeeping(client)
  // What was asked for is done; where this has no answer, the next event brings it.
  await refreshTasks(client, [id]).catch(() => undefined)
}

function lookAtKeeping(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keepingQueries.all() })
  void client.invalidateQueries({ queryKey: [...galleryQueries.all(), 'counts'] })
}

/** Everything that shows clips: a tag may be on any of them. */
function lookAtAll(client: QueryClient): void {
  lookAtKeeping(client)
  renewGalleries(client).catch(() => undefined) // what is there stays; the next event tries again
}
