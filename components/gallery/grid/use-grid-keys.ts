import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { extendFocus } from '@/lib/client/gallery/selection'
import { isGridKey, moveInGrid } from '@/lib/client/gallery/move-in-grid'
import { rowHeight, rowOfClip, rowTop, type RowLayout } from '@/lib/client/gallery/row-layout'
import { cardOf } from './use-grid-pointer'
import { COVERED } from './use-row-window'

const ROOM = 4

/** One tile is reached by Tab, and the arrow keys go on from it, also to clips that are not drawn yet. */
export function useGridKeys(options: {
  list: HTMLElement | null
  root: HTMLElement | null
  layout: RowLayout | null
  ratios: Uint16Array | null
}) {
  const { list, root, layout, ratios } = options
  const [current, setCurrent] = useState(0)
  const x = useRef<number | null>(null)
  const wanted = useRef<number | null>(null)

  const focusWanted = useCallback(() => {
    const index = wanted.current
    if (index === null) return
    const link = list?.querySelector<HTMLElement>(`li[data-index="${index}"] > a`)
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  }, [list])
  // What is wanted may be drawn only now, or have come from the server only now.
  useLayoutEffect(focusWanted)

  const go = useCallback(
    (index: number) => {
      if (!layout || !root) return
      wanted.current = index
      setCurrent(index)
      scrollToRow(root, layout, rowOfClip(layout, index))
      focusWanted()
    },
    [layout, root, focusWanted],
  )

  const handleKeyDown = (event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (hasModifier || !layout || !isGridKey(event.key)) return
    if (event.target !== list && !cardOf(event.target)) return
    event.preventDefault()
    const pageHeight = window.innerHeight - COVERED
    const from = { index: wanted.current ?? current, x: x.current }
    const to = moveInGrid({ layout, ratios, pageHeight }, from, event.key)
    x.current = to.x
    go(to.index)
  }
  /** With Shift: what lies between the clip that has the focus and where the key leads. */
  const extend = (event: globalThis.KeyboardEvent): boolean => {
    if (!layout || !isGridKey(event.key) || !cardOf(event.target)) return false
    const from = wanted.current ?? current
    const field = { layout, ratios, pageHeight: window.innerHeight - COVERED }
    const to = moveInGrid(field, { index: from, x: x.current }, event.key)
    x.current = to.x
    go(to.index)
    extendFocus(from, to.index)
    return true
  }
  /** By a click or by Tab. */
  const noteFocus = (index: number) => {
    if (wanted.current !== null || index === current) return
    x.current = null
    setCurrent(index)
  }
  return { current, handleKeyDown, extend, noteFocus, focusWanted }
}

/** As little as brings the whole row into the window. */
function scrollToRow(root: HTMLElement, layout: RowLayout, row: number): void {
  const top = root.getBoundingClientRect().top + rowTop(layout, row)
  const above = top - COVERED - ROOM
  const below = top + rowHeight(layout, row) + ROOM - window.innerHeight
  if (above < 0) window.scrollBy({ top: above, behavior: 'instant' })
  else if (below > 0) window.scrollBy({ top: Math.min(below, above), behavior: 'instant' })
}
