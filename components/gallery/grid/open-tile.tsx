import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import { isActive } from '@/lib/shared/task-states'
import { noteAtWork } from '../../player/arrivals'
import { clipPicture } from '../../player/clip-picture'
import { LocalTime } from '../../player/local-time'
import { useOutlookWords } from '../../player/outlook-words'
import { TimeSince } from '../../player/span-of-time'
import { TaskState } from '../../player/task-state'
import { CancelCard } from '../cancel-card'
import { useClipName } from './clip-words'
import { useIsLookedAt } from './looked-at'
import { blurStyle, type TileProps } from './tile'

/** A task without a clip: its picture, breathing while it is in the making, and over it what there is to say. */
export function OpenTile(props: TileProps) {
  const { task, href, view, isTabStop } = props
  const t = useTranslations('grid')
  const name = useClipName()
  const isAtWork = isActive(task.status)
  const isLookedAt = useIsLookedAt(task.id)
  const picture = clipPicture(task)
  // In small tiles the rest comes when one looks at them.
  const isFull = view === 'comfortable' || isLookedAt
  useEffect(() => {
    if (isAtWork) noteAtWork(task.id)
  }, [isAtWork, task.id])
  return (
    <>
      <a
        href={href}
        tabIndex={isTabStop ? undefined : -1}
        aria-label={t('open', { prompt: name(task) })}
        style={blurStyle(task)}
        className="clip-tile"
      >
        {picture && (
          <img
            src={picture}
            alt=""
            decoding="async"
            className={isAtWork ? 'animate-breathe' : 'opacity-35 grayscale-50'}
          />
        )}
      </a>
      <div className="pointer-events-none absolute inset-x-0 bottom-0 flex flex-col gap-0.5 scrim px-2.5 pt-8 pb-2 text-meta text-on-night-soft">
        <span className="flex flex-wrap items-center justify-between gap-x-3">
          <TaskState status={task.status} on="picture" />
          {isAtWork ? <AtWork task={task} /> : isFull && <LocalTime iso={task.createdAt} />}
        </span>
        {isFull && task.status === 'queued' && <CancelCard task={task} />}
        {isFull && task.error && <span className="line-clamp-3">{task.error.message}</span>}
        {isLookedAt && !task.error && <span className="line-clamp-2">{name(task)}</span>}
      </div>
    </>
  )
}

/** Where it stands, when it will be there, or how long the link to what is not saved yet lives. */
function AtWork({ task }: Pick<TileProps, 'task'>) {
  const words = useOutlookWords(task)
  return words?.short ? (
    <span className="tabular-nums">{words.short}</span>
  ) : (
    <TimeSince iso={task.submittedAt ?? task.createdAt} />
  )
}
