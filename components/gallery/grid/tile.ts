import type { CSSProperties } from 'react'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipBlur } from '../../player/clip-picture'

/** What every kind of tile is given. `isTabStop`: the one tile of the grid that Tab leads to. */
export type TileProps = {
  task: TaskOnWire
  index: number
  href: string
  view: GalleryView
  isTabStop: boolean
}

/** A picture's few pixels, while the picture is on its way. */
export function blurStyle(task: TaskOnWire): CSSProperties | undefined {
  const blur = clipBlur(task)
  return blur ? { backgroundImage: `url("${blur}")` } : undefined
}
