import type { RowLayout } from '@/lib/client/gallery/row-layout'

export type DragField = {
  /** What the layout begins at. */
  root: HTMLElement | null
  layout: RowLayout | null
  /** Null where a clip is as wide as its line. */
  ratios: Uint16Array | null
}
