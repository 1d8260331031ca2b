import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  clipsOfRow,
  rowAtTop,
  rowCount,
  rowHeight,
  rowOfClip,
  rowsBetween,
  rowTop,
  type RowLayout,
  type Span,
} from '@/lib/client/gallery/row-layout'

/**
 * How far beyond the window rows are drawn: far in the direction of the scroll, so that pictures are fetched, decoded and painted
 * before they are seen, and little behind. In rows, within bounds in pixels: a page of small clips has many elements.
 */
const AHEAD = { rows: 3.5, least: 420, most: 900 } as const
const BEHIND = 120
/** Nothing is drawn anew before the window comes so near to the edge of what is drawn. */
const NEAR = { ahead: 0.55, behind: 30 } as const

function aheadOf({ box: { row } }: RowLayout): number {
  return Math.min(AHEAD.most, Math.max(AHEAD.least, row * AHEAD.rows))
}

/** Above so many window heights a moment, pages are passed over and not fetched. */
const FAST = 1.5
const MOMENT_MS = 120
/** What the page's head covers, in pixels. */
export const COVERED = 56

/** A clip and how far its row is from the window's upper edge: what stays where it is. */
export type Anchor = { index: number; offset: number; rowHeight: number }

type Drawn = { layout: RowLayout; span: Span }

/**
 * Which rows are drawn, as the page is scrolled. When the layout changes (another width, another view, clips that left), the clip at
 * the window's upper edge stays there: `find` says which one it is now.
 */
export function useRowWindow(options: {
  root: HTMLElement | null
  layout: RowLayout | null
  find: (anchor: Anchor) => number
  onView: (anchor: Anchor | null, inView: Span) => void
  onDraw: (drawn: { span: Span; anchor: Anchor | null; isUp: boolean }) => void
}) {
  const { root, layout, find, onView, onDraw } = options
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [isFast, setFast] = useState(false)
  const drawnNow = useRef<Drawn | null>(null)
  const anchor = useRef<Anchor | null>(null)
  const last = useRef({ top: 0, at: 0 })

  const look = useCallback(() => {
    if (!root?.isConnected || !layout) return
    const top = -root.getBoundingClientRect().top
    const bottom = top + window.innerHeight
    const isUp = top < last.current.top
    anchor.current = anchorAt(layout, top, anchor.current)
    onView(anchor.current, rowsBetween(layout, top, bottom))
    setFast(isLeaping(last.current, top))
    if (covers(drawnNow.current, layout, { top, bottom, isUp })) return
    const ahead = aheadOf(layout)
    const [above, below] = isUp ? [ahead, BEHIND] : [BEHIND, ahead]
    const span = rowsBetween(layout, top - above, bottom + below)
    onDraw({ span, anchor: anchor.current, isUp })
    drawnNow.current = { layout, span }
    setDrawn(drawnNow.current)
  }, [root, layout, onView, onDraw])

  const latestFind = useRef(find)
  useLayoutEffect(() => {
    latestFind.current = find
  }, [find])
  useLayoutEffect(() => {
    const held = anchor.current
    if (!root || !layout || !held) return
    holdStill(root, layout, { ...held, index: latestFind.current(held) })
  }, [root, layout])
  useLayoutEffect(look, [look])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const handleScroll = () => {
      look()
      clearTimeout(timer)
      timer = setTimeout(() => setFast(false), MOMENT_MS)
    }
    window.addEventListener('scroll', handleScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', handleScroll)
    }
  }, [look])

  const jump = useCallback(
    (index: number, offset: number) => {
      if (!root || !layout) return
      holdStill(root, layout, { index, offset, rowHeight: 0 })
      look()
    },
    [root, layout, look],
  )
  return { span: layout && drawn ? within(drawn.span, layout) : null, isFast, look, jump }
}

/** Rows of the layout before may be more than there are now. */
function within({ firstRow, lastRow }: Span, layout: RowLayout): Span {
  const last = Math.max(0, rowCount(layout) - 1)
  return { firstRow: Math.min(firstRow, last), lastRow: Math.min(lastRow, last) }
}

/** Null while the page's head is in view: at the top one stays at the top. */
function anchorAt(layout: RowLayout, top: number, before: Anchor | null): Anchor | null {
  if (top <= -COVERED || rowCount(layout) === 0) return null
  const row = rowAtTop(layout, top + COVERED)
  const [first, end] = clipsOfRow(layout, row)
  // As long as its row is the first one, it is the same clip: to and fro between two widths must not wander.
  const isStill = before !== null && before.index >= first && before.index < end
  const index = isStill ? before.index : first
  return { index, offset: rowTop(layout, row) - top, rowHeight: rowHeight(layout, row) }
}

function holdStill(root: HTMLElement, layout: RowLayout, anchor: Anchor): void {
  const row = rowOfClip(layout, anchor.index)
  // A row that is half scrolled past is so in its new height too.
  const grown = anchor.rowHeight > 0 ? rowHeight(layout, row) / anchor.rowHeight : 1
  const past = anchor.offset - COVERED
  const offset = past < 0 ? COVERED + past * grown : anchor.offset
  const now = root.getBoundingClientRect().top + rowTop(layout, row)
  if (Math.abs(now - offset) >= 1) window.scrollBy({ top: now - offset, behavior: 'instant' })
}

type View = { top: number; bottom: number; isUp: boolean }

function covers(drawn: Drawn | null, layout: RowLayout, view: View): boolean {
  if (drawn?.layout !== layout) return false
  const { firstRow, lastRow } = drawn.span
  const above = view.top - rowTop(layout, firstRow)
  const below = rowTop(layout, lastRow + 1) - view.bottom
  const ahead = aheadOf(layout)
  const near = ahead * NEAR.ahead
  const [nearAbove, nearBelow] = view.isUp ? [near, NEAR.behind] : [NEAR.behind, near]
  return (
    (firstRow === 0 || above >= nearAbove) &&
    (lastRow === rowCount(layout) - 1 || below >= nearBelow) &&
    // Far more than is needed, as after a jump to the end of the gallery.
    Math.max(above, below) <= 2 * ahead
  )
}

function isLeaping(last: { top: number; at: number }, top: number): boolean {
  const now = performance.now()
  const isSameMoment = now - last.at < MOMENT_MS
  const distance = Math.abs(top - last.top)
  last.top = top
  last.at = now
  return isSameMoment && distance > window.innerHeight * FAST
}
