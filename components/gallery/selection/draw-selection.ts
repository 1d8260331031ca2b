import { clipsInRect } from '@/lib/client/gallery/clips-in-rect'
import { currentSelected, idAt, selectBeside } from '@/lib/client/gallery/selection'
import { NOTHING_SELECTED } from '@/lib/client/gallery/selected'
import type { DragField } from './drag-field'

/** So near to the window's edge the page scrolls on, faster the nearer. */
const EDGE_PIXELS = 60
const MOST_PIXELS = 24

type Point = { clientX: number; clientY: number }

/**
 * Draws a rectangle from where the mouse was pressed, and selects what it touches, until the mouse is let go or Escape takes it back.
 * With Shift, Ctrl or ⌘ what was selected before stays beside it.
 */
export function drawSelection(field: DragField, press: PointerEvent, now: PointerEvent): void {
  const { root, layout, ratios } = field
  if (!root || !layout || now.buttons === 0) return
  const before = currentSelected()
  const isBeside = press.shiftKey || press.ctrlKey || press.metaKey
  const base = isBeside && before.kind === 'ids' ? before : NOTHING_SELECTED
  const inList = ({ clientX, clientY }: Point) => {
    const box = root.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  const from = inList(press)
  const pane = document.createElement('div')
  pane.className = 'selection-rectangle'
  root.append(pane)
  let mouse: Point = now
  let frame = requestAnimationFrame(draw)

  function draw(): void {
    frame = requestAnimationFrame(draw)
    scrollAtEdge(mouse.clientY)
    const to = inList(mouse)
    const rect = {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    }
    pane.style.translate = `${rect.left}px ${rect.top}px`
    pane.style.width = `${rect.right - rect.left}px`
    pane.style.height = `${rect.bottom - rect.top}px`
    if (!layout) return
    selectBeside(
      base,
      clipsInRect(layout, ratios, rect).flatMap((index) => idAt(index) ?? []),
    )
  }

  const follow = (event: PointerEvent) => (mouse = event)
  const end = () => {
    cancelAnimationFrame(frame)
    pane.remove()
    window.removeEventListener('pointermove', follow)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    root.ownerDocument.defaultView?.removeEventListener('keydown', takeBack, true)
    // The click that ends it is no click on the card below; it comes before the next task.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, true))
  }
  const takeBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    end()
    selectBeside(before, [])
  }
  window.addEventListener('pointermove', follow)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
  root.ownerDocument.defaultView?.addEventListener('keydown', takeBack, true)
}

function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function scrollAtEdge(y: number): void {
  const above = EDGE_PIXELS - y
  const below = y - (window.innerHeight - EDGE_PIXELS)
  const depth = Math.max(above, below)
  if (depth <= 0) return
  const step = Math.min(MOST_PIXELS, (depth / EDGE_PIXELS) * MOST_PIXELS)
  window.scrollBy({ top: above > 0 ? -step : step, behavior: 'instant' })
}
