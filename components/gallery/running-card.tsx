import { useEffect } from 'react'
import type { TaskOnWire } from '@/lib/shared/wire'
import { noteAtWork } from '../player/arrivals'
import { useOutlookWords } from '../player/outlook-words'
import { TaskState } from '../player/task-state'
import { TimeSince } from '../player/span-of-time'
import { CancelCard } from './cancel-card'
import { CardFrame } from './card-frame'

/** In the making: its picture breathes where the clip will be. An error here is one that is tried again by itself. */
export function RunningCard({ task }: { task: TaskOnWire }) {
  useEffect(() => noteAtWork(task.id), [task.id])
  const words = useOutlookWords(task)
  return (
    <CardFrame task={task} pictureClass="animate-breathe">
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        <TaskState status={task.status} on="picture" />
        {words?.short ? (
          <span className="tabular-nums">{words.short}</span>
        ) : (
          <TimeSince iso={task.submittedAt ?? task.createdAt} />
        )}
      </span>
      {task.status === 'queued' && <CancelCard task={task} />}
      {task.error && <span className="line-clamp-2">{task.error.message}</span>}
    </CardFrame>
  )
}
