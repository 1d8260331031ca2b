import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { clipAt, placeOf } from '@/lib/client/gallery/gallery-cache'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import type { Shape } from '@/lib/client/gallery/gallery-shape'
import { keepPlace, takePlace, type KeptPlace } from '@/lib/client/gallery/kept-place'
import { noteInView } from '@/lib/client/gallery/renew-gallery'
import { clipCount, clipsOfRow, type RowLayout, type Span } from '@/lib/client/gallery/row-layout'
import { clipPicture } from '../../player/clip-picture'
import { fetchStills } from './fetch-stills'
import { useRowWindow, type Anchor } from './use-row-window'

/** The window of rows, which keeps the clip that is looked at where it is: in this page, and over a reload. */
export function useHeldWindow(options: {
  root: HTMLElement | null
  list: HTMLElement | null
  layout: RowLayout | null
  shape: Shape
  isWhole: boolean
  search: string
}) {
  const { root, list, layout, shape, isWhole, search } = options
  const client = useQueryClient()
  const place = useRef<KeptPlace | null>(null)
  const [stop, setStop] = useState(0)

  const find = ({ index }: Anchor) => {
    const held = place.current
    const now = held && placeOf(client, search, shape, held.id)
    return Math.min(now ?? index, Math.max(0, shape.total - 1))
  }
  const onView = useCallback(
    (anchor: Anchor | null, { firstRow, lastRow }: Span) => {
      if (!layout) return
      const id = (anchor && clipAt(client, search, shape, anchor.index)?.id) ?? null
      place.current = anchor && id ? { id, index: anchor.index, offset: anchor.offset } : null
      const index = anchor?.index ?? 0
      const count = clipsOfRow(layout, lastRow)[1] - clipsOfRow(layout, firstRow)[0]
      noteInView(search, { id, index, count })
    },
    [client, layout, search, shape],
  )
  const onDraw = useCallback(
    (drawn: { span: Span; anchor: Anchor | null; isUp: boolean }) => {
      if (!layout) return
      keepFocus(list, layout, drawn.span)
      setStop(drawn.anchor?.index ?? 0)
      fetchStills(
        clipsBeyond(layout, drawn).flatMap((index) => {
          const task = clipAt(client, search, shape, index)
          return (task && clipPicture(task)) ?? []
        }),
      )
    },
    [client, layout, list, search, shape],
  )
  const rows = useRowWindow({ root, layout, find, onView, onDraw })

  const isReturning = useReturn({ search, isReady: isWhole && layout !== null, jump: rows.jump })
  // Before the page that comes has scrolled to its own top.
  useLayoutEffect(() => {
    const keep = () => {
      if (!isReturning.current) keepPlace(search, place.current)
    }
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [search, isReturning])
  return { ...rows, stop }
}

/** As many clips as are drawn, on from there in the direction of the scroll. */
function clipsBeyond(layout: RowLayout, { span, isUp }: { span: Span; isUp: boolean }): number[] {
  const [first] = clipsOfRow(layout, span.firstRow)
  const [, end] = clipsOfRow(layout, span.lastRow)
  const from = isUp ? Math.max(0, 2 * first - end) : end
  const until = isUp ? first : Math.min(clipCount(layout), 2 * end - first)
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index)
}

/** Leads back to the kept place where that is what one comes for. True in the reference until one is there. */
function useReturn(options: {
  search: string
  isReady: boolean
  jump: (index: number, offset: number) => void
}): RefObject<boolean> {
  const { search, isReady, jump } = options
  const client = useQueryClient()
  const [target, setTarget] = useState<KeptPlace | null>(null)
  const isReturning = useRef(false)
  useEffect(() => {
    const { scrollRestoration } = window.history
    window.history.scrollRestoration = 'manual'
    const kept = takePlace(search)
    isReturning.current = kept !== null
    if (kept) {
      client.fetchQuery({ ...galleryQueries.place(search, kept.id), staleTime: 0 }).then(
        ({ index }) => setTarget({ ...kept, index: index ?? kept.index }),
        () => setTarget(kept), // where it was is near enough
      )
    }
    return () => {
      window.history.scrollRestoration = scrollRestoration
    }
  }, [client, search])
  useEffect(() => {
    if (!target || !isReady || !isReturning.current) return
    isReturning.current = false
    jump(target.index, target.offset)
  }, [target, isReady, jump])
  return isReturning
}

/** The tile that has the focus is about to go: the list takes it over, so that the keys go on from there. */
function keepFocus(list: HTMLElement | null, layout: RowLayout, span: Span): void {
  const item = document.activeElement?.closest('li[data-index]')
  if (!list || !(item instanceof HTMLElement) || !list.contains(item)) return
  const index = Number(item.dataset.index)
  const isDrawn =
    index >= clipsOfRow(layout, span.firstRow)[0] && index < clipsOfRow(layout, span.lastRow)[1]
  if (!isDrawn) list.focus({ preventScroll: true })
}
