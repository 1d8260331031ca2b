import { memo } from 'react'
import { clipHref } from '@/lib/client/gallery/open-clip'
import { useIsSelected } from '@/lib/client/gallery/selection'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ratioStyle } from '../clip-rows'
import { ClipLine } from './clip-line'
import { SelectMark } from '../selection/select-mark'
import { DoneTile } from './done-tile'
import { OpenTile } from './open-tile'

type GridItemProps = {
  task: TaskOnWire
  index: number
  total: number
  /** Width over height of its place. */
  ratio: number
  search: string
  view: GalleryView
  isTabStop: boolean
}

/** A clip in its place. What happens to it is heard by the list as a whole. */
export const GridItem = memo(function GridItem(props: GridItemProps) {
  const { task, index, total, ratio, search, view, isTabStop } = props
  const Tile = view === 'list' ? ClipLine : task.status === 'succeeded' ? DoneTile : OpenTile
  return (
    <li
      data-task={task.id}
      data-status={task.status}
      data-index={index}
      data-selected={useIsSelected(task.id) ? '' : undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={view === 'list' ? undefined : ratioStyle(ratio)}
    >
      <Tile
        task={task}
        index={index}
        href={clipHref(task.id, search)}
        view={view}
        isTabStop={isTabStop}
      />
      <SelectMark task={task} index={index} />
    </li>
  )
})
