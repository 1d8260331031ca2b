import { clipsOfRow, rowCount, rowHeight, rowsBetween, rowTop, type RowLayout } from './row-layout'

/** In pixels from the list's own corner. */
export type Rect = { left: number; top: number; right: number; bottom: number }

/** Places of the clips that a rectangle touches. Without ratios, as in the list view, a clip is as wide as its line. */
export function clipsInRect(layout: RowLayout, ratios: Uint16Array | null, rect: Rect): number[] {
  const { firstRow, lastRow } = rowsBetween(layout, rect.top, rect.bottom)
  const found: number[] = []
  for (let row = firstRow; row <= lastRow && row < rowCount(layout); row += 1) {
    const top = rowTop(layout, row)
    if (top > rect.bottom || top + rowHeight(layout, row) < rect.top) continue
    found.push(...clipsAcross(layout, ratios, row, rect))
  }
  return found
}

function clipsAcross(
  layout: RowLayout,
  ratios: Uint16Array | null,
  row: number,
  { left, right }: Rect,
): number[] {
  const [first, end] = clipsOfRow(layout, row)
  const places = Array.from({ length: end - first }, (_, place) => first + place)
  if (!ratios) return places
  const height = rowHeight(layout, row)
  let x = 0
  return places.filter((index) => {
    const from = x
    x += ((ratios[index] ?? 0) / 1000) * height
    const to = x
    x += layout.box.gap
    return from <= right && to >= left
  })
}
