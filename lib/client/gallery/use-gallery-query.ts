import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import {
  galleryParams,
  readGalleryQuery,
  type DroppedFilter,
  type GalleryQuery,
} from '@/lib/shared/gallery/gallery-query'

/** What is asked for now, as the address says at this moment: the page may be drawn from an older one. */
type Change = GalleryQuery | ((now: GalleryQuery) => GalleryQuery)

export type SetGalleryQuery = (change: Change, how?: { isTyping?: boolean }) => void

export type AskedGallery = {
  query: GalleryQuery
  /** The query as it stands in an address, always the same for the same one. */
  search: string
  /** What the address said and meant nothing. */
  dropped: readonly DroppedFilter[]
  setQuery: SetGalleryQuery
}

/**
 * What the address asks of the gallery. A choice is a step that Back takes back; typing goes on in the same step. Nothing is asked
 * of the server for it: Next follows the browser's history by itself.
 */
export function useGalleryQuery(): AskedGallery {
  const text = useSearchParams().toString()
  const asked = useMemo(() => {
    const { query, dropped } = readGalleryQuery(new URLSearchParams(text))
    return { query, dropped, search: galleryParams(query).toString() }
  }, [text])
  const setQuery = useCallback<SetGalleryQuery>((change, how) => {
    const now = currentQuery()
    const address = galleryAddress(typeof change === 'function' ? change(now) : change)
    if (address === window.location.pathname + window.location.search) return
    if (how?.isTyping) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
  }, [])
  return { ...asked, setQuery }
}

/** The address of what is asked, on the page where it is asked. */
function galleryAddress(query: GalleryQuery): string {
  const search = galleryParams(query).toString()
  return `${window.location.pathname}${search && `?${search}`}`
}

function currentQuery(): GalleryQuery {
  return readGalleryQuery(new URLSearchParams(window.location.search)).query
}
