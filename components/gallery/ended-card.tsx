import type { TaskOnWire } from '@/lib/shared/wire'
import { LocalTime } from '../player/local-time'
import { TaskState } from '../player/task-state'
import { CardFrame } from './card-frame'

/** Ended without a clip, or waiting for a person's word: the reason in a sentence. */
export function EndedCard({ task }: { task: TaskOnWire }) {
  return (
    <CardFrame task={task} pictureClass="opacity-35 grayscale-50">
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        <TaskState status={task.status} on="picture" />
        <LocalTime iso={task.createdAt} />
      </span>
      {task.error && <span className="line-clamp-3">{task.error.message}</span>}
    </CardFrame>
  )
}
