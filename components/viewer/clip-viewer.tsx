'use client'

import { useState } from 'react'
import { prefersLessMotion } from '@/lib/client/browser-facts'
import { turnToClip } from '@/lib/client/gallery/open-clip'
import { chooseSheet } from '@/lib/client/preferences'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { ClipSheet } from './sheet/clip-sheet'
import { ClipStage } from './clip-stage'
import { StageControls } from './stage-controls'
import { useClip } from './use-clip'
import { useClipTrouble } from './use-clip-trouble'
import { useClipTitle } from './use-clip-title'
import { useNeighbours } from './use-neighbours'

/** One clip in the dark, and beside it all that is known of it and can be done with it. */
export function ClipViewer(props: {
  id: string
  /** What the gallery was asked for: neighbours are in its order. */
  search: string
  /** Over the gallery, or a page of its own. */
  isOver: boolean
  isSheetOpen: boolean
  onClose: () => void
}) {
  const { id, search, isOver, onClose } = props
  const [isSheetOpen, setSheetOpen] = useState(props.isSheetOpen)
  const [hasTurned, setTurned] = useState(false)
  const task = useClip(id)
  const [clip] = task?.status === 'succeeded' ? task.videos : []
  const { trouble, handleError } = useClipTrouble(clip)
  const neighbours = useNeighbours(search, id)
  const show = (other: string) => {
    setTurned(true)
    turnToClip(other, search)
  }
  const turn = (direction: -1 | 1) => {
    const other = direction < 0 ? neighbours.previous : neighbours.next
    if (other !== null) show(other)
  }
  const toggleSheet = () => {
    setSheetOpen(!isSheetOpen)
    chooseSheet(!isSheetOpen)
  }
  useShortcut('viewer.previous', () => turn(-1))
  useShortcut('viewer.next', () => turn(1))
  useShortcut('viewer.details', toggleSheet)
  useShortcut('viewer.close', onClose, { isActive: !isOver })
  useClipTitle((isOver || hasTurned) && task ? task : undefined, isOver)
  const other = neighbours.next ?? neighbours.previous
  return (
    <div
      data-task={task?.id}
      data-status={task?.status}
      data-panes={isOver ? undefined : 'lg'}
      className={`flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-rows-[minmax(0,1fr)] ${isSheetOpen ? 'lg:grid-cols-[minmax(0,1fr)_var(--container-sheet)]' : ''}`}
    >
      <ClipStage
        task={task}
        trouble={trouble}
        isAutoPlay={(isOver || hasTurned) && !prefersLessMotion()}
        onTurn={turn}
        onError={handleError}
      >
        <StageControls
          neighbours={neighbours}
          isSheetOpen={isSheetOpen}
          onTurn={turn}
          onToggleSheet={toggleSheet}
          onClose={onClose}
        />
      </ClipStage>
      {task && (
        <ClipSheet
          task={task}
          isGone={trouble === 'gone'}
          search={search}
          isOver={isOver}
          className={isSheetOpen ? '' : 'lg:hidden'}
          onShow={show}
          onDeleted={() => (isOver && other !== null ? show(other) : onClose())}
        />
      )}
    </div>
  )
}
