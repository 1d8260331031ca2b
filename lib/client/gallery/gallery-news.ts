import type { QueryClient } from '@tanstack/react-query'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipAt, forgetHiddenGalleries, shownGalleries } from './gallery-cache'
import { galleryQueries } from './gallery-queries'
import { renewGallery, viewOf } from './renew-gallery'

/** Between two renewals for clips that no page in memory holds: deleting ten thousand says so ten thousand times. */
const RENEW_EVERY_MS = 10_000
/** What changes together is waited for. */
const SETTLE_MS = 2_000

const countedOf = new Map<string, Set<string>>()
const renewals = new Map<string, { timer?: ReturnType<typeof setTimeout>; at: number }>()

/**
 * Tasks that no page holds were made or have changed; null: perhaps. A gallery that is on the screen counts those that are younger
 * than all that it knows, and is renewed where an older one may have joined or left it, as long as nothing moves by it.
 */
export async function noteNews(
  client: QueryClient,
  strangers: readonly string[] | null,
): Promise<void> {
  if (strangers && strangers.length > 0) forgetHiddenGalleries(client)
  await Promise.all(
    shownGalleries(client).map(async ({ search, shape }) => {
      if (!shape) return
      const { youngest } = shape
      if (youngest === null)
        return strangers?.length === 0 ? undefined : renewGallery(client, search)
      // Nothing is looked at that could move.
      if (shape.total === 0) return strangers?.length === 0 ? undefined : renewLater(client, search)
      if (isNews(search, youngest, strangers)) await countFresh(client, search, youngest)
      if (strangers?.some((id) => id <= youngest)) renewLater(client, search)
    }),
  )
}

/** What stands on the screen now, of every gallery. */
export function shownTasks(client: QueryClient): TaskOnWire[] {
  return shownGalleries(client).flatMap(({ search, shape }) => {
    const { index, count } = viewOf(search)
    if (!shape) return []
    return Array.from({ length: count }, (_, at) => index + at).flatMap(
      (place) => clipAt(client, search, shape, place) ?? [],
    )
  })
}

/** A clip says each step of its way; it is counted at the first. */
function isNews(search: string, youngest: string, strangers: readonly string[] | null): boolean {
  if (strangers === null) return true
  const key = `${search} ${youngest}`
  const counted = countedOf.get(key) ?? new Set()
  const news = strangers.filter((id) => id > youngest && !counted.has(id))
  for (const id of news) counted.add(id)
  countedOf.clear()
  countedOf.set(key, counted)
  return news.length > 0
}

async function countFresh(client: QueryClient, search: string, since: string): Promise<void> {
  await client.fetchQuery({ ...galleryQueries.fresh(search, since), staleTime: 0 })
}

function renewLater(client: QueryClient, search: string): void {
  const renewal = renewals.get(search) ?? { at: -Infinity }
  clearTimeout(renewal.timer)
  const wait = Math.max(SETTLE_MS, renewal.at + RENEW_EVERY_MS - Date.now())
  renewal.timer = setTimeout(() => {
    renewal.at = Date.now()
    // Without an answer what is there stays; the next news tries again.
    if (mayRenew(client, search)) renewGallery(client, search).catch(() => undefined)
  }, wait)
  renewals.set(search, renewal)
}

/** At the top, clips that have come since would push down what is looked at: then it is the reader's to say when. */
function mayRenew(client: QueryClient, search: string): boolean {
  const gallery = shownGalleries(client).find((one) => one.search === search)
  if (!gallery?.shape || document.hidden) return false
  const { youngest, total } = gallery.shape
  if (total === 0) return true
  if (youngest === null) return false
  const fresh = client.getQueryData(galleryQueries.fresh(search, youngest).queryKey)
  return viewOf(search).id !== null || (fresh?.count ?? 0) === 0
}
