import { useState, type CSSProperties } from 'react'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipBlur, clipPicture } from '../../player/clip-picture'
import { isAtHand } from './fetch-stills'

/** What every kind of tile is given. `isTabStop`: the one tile of the grid that Tab leads to. */
export type TileProps = {
  task: TaskOnWire
  index: number
  href: string
  view: GalleryView
  isTabStop: boolean
}

/** A picture's few pixels, while the picture is on its way. A hundred blurs below a hundred pictures would be painted for nothing. */
export function useBlur(task: TaskOnWire): CSSProperties | undefined {
  const [isNeeded] = useState(() => !isAtHand(clipPicture(task)))
  const blur = isNeeded ? clipBlur(task) : null
  return blur ? { backgroundImage: `url("${blur}")` } : undefined
}
