import type { CSSProperties } from 'react'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipRatio } from '../player/clip-picture'
import { ClipCard } from './clip-card'

const SIZES = { usual: '', large: 'clip-rows-large', largest: 'clip-rows-largest' }

/** Pictures edge to edge in justified rows; the browser lays them out from their ratios alone. */
export function ClipRows(props: {
  tasks: readonly TaskOnWire[]
  label: string
  size?: keyof typeof SIZES
}) {
  return (
    <ul aria-label={props.label} className={`clip-rows ${SIZES[props.size ?? 'usual']}`}>
      {props.tasks.map((task) => (
        <li
          key={task.id}
          data-task={task.id}
          data-status={task.status}
          style={ratioStyle(clipRatio(task))}
        >
          <ClipCard task={task} />
        </li>
      ))}
    </ul>
  )
}

/** Passes a ratio to the rows of globals.css. */
export function ratioStyle(ratio: number): CSSProperties {
  return { '--ratio': ratio.toFixed(4) }
}
