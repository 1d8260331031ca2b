import {
  clipCount,
  clipsOfRow,
  rowAtTop,
  rowCount,
  rowOfClip,
  rowTop,
  type RowLayout,
} from './row-layout'

export const GRID_KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const
export type GridKey = (typeof GRID_KEYS)[number]

export function isGridKey(key: string): key is GridKey {
  return GRID_KEYS.some((one) => one === key)
}

/** What the arrows move over: the rows, each clip's ratio where clips stand beside each other, and the window's height in pixels. */
export type Field = { layout: RowLayout; ratios: Uint16Array | null; pageHeight: number }

/**
 * Where a key leads from a clip, as the eye sees it: to the side in reading order, up and down to what stands above and below the
 * same place. `x` is that place in thousandths of the row's width, kept while one moves up and down.
 */
export function moveInGrid(
  field: Field,
  from: { index: number; x: number | null },
  key: GridKey,
): { index: number; x: number | null } {
  const last = clipCount(field.layout) - 1
  switch (key) {
    case 'ArrowLeft':
      return { index: Math.max(0, from.index - 1), x: null }
    case 'ArrowRight':
      return { index: Math.min(last, from.index + 1), x: null }
    case 'Home':
      return { index: 0, x: null }
    case 'End':
      return { index: last, x: null }
    default:
      return moveRows(field, from, key)
  }
}

function moveRows(
  field: Field,
  from: { index: number; x: number | null },
  key: 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown',
): { index: number; x: number | null } {
  const { layout } = field
  const row = rowOfClip(layout, from.index)
  const x = from.x ?? middleOf(field, row, from.index)
  const target = clamp(targetRow(field, row, key), rowCount(layout) - 1)
  // The outermost row: nothing is further in that direction.
  if (target === row) return { index: from.index, x }
  return { index: nearest(field, target, x), x }
}

function targetRow({ layout, pageHeight }: Field, row: number, key: string): number {
  if (key === 'ArrowUp') return row - 1
  if (key === 'ArrowDown') return row + 1
  const top = rowTop(layout, row)
  return key === 'PageUp'
    ? Math.min(row - 1, rowAtTop(layout, top - pageHeight) + 1)
    : Math.max(row + 1, rowAtTop(layout, top + pageHeight) - 1)
}

/** The clip of a row whose middle is nearest to a place. */
function nearest(field: Field, row: number, x: number): number {
  const [first, end] = clipsOfRow(field.layout, row)
  let best = first
  let least = Infinity
  for (let index = first; index < end; index += 1) {
    const distance = Math.abs(middleOf(field, row, index) - x)
    if (distance < least) {
      least = distance
      best = index
    }
  }
  return best
}

function middleOf({ layout, ratios }: Field, row: number, index: number): number {
  if (!ratios) return 0
  const [first, end] = clipsOfRow(layout, row)
  let before = 0
  let all = 0
  for (let one = first; one < end; one += 1) {
    const ratio = ratios[one] ?? 0
    if (one < index) before += ratio
    all += ratio
  }
  // A last row that is not full ends where its clips end.
  const { width, row: height } = layout.box
  const share = row === rowCount(layout) - 1 ? Math.min(1, (all * height) / 1000 / width) : 1
  return ((before + (ratios[index] ?? 0) / 2) / all) * share * 1000
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
