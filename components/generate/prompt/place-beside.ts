/** Pixels to the edge of the window, and to what it belongs to. */
const EDGE = 8
const GAP = 6

/** Puts what floats under its anchor, or over it where there is no room below, and always within what is seen of the window. */
export function placeBeside(floating: HTMLElement, anchor: HTMLElement): void {
  const seen = window.visualViewport
  const width = seen?.width ?? window.innerWidth
  const bottom = (seen?.offsetTop ?? 0) + (seen?.height ?? window.innerHeight)
  const [mark] = anchor.getClientRects()
  if (!mark) return
  const { offsetWidth, offsetHeight } = floating
  const below = mark.bottom + GAP
  const hasRoom = below + offsetHeight <= bottom - EDGE || mark.top < offsetHeight + GAP + EDGE
  const left = Math.min(mark.left, width - offsetWidth - EDGE)
  floating.style.left = `${Math.max(EDGE, left)}px`
  floating.style.top = `${hasRoom ? below : mark.top - offsetHeight - GAP}px`
}
