import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import { isActive } from '@/lib/shared/task-states'
import { noteAtWork } from '../../player/arrivals'
import { clipPicture } from '../../player/clip-picture'
import { useOutlookWords } from '../../player/outlook-words'
import { TimeSince } from '../../player/span-of-time'
import { CancelCard } from '../cancel-card'
import { MadeOrLeft } from '../trash/days-left'
import { ClipSign } from './clip-sign'
import { modelLabel, useClipName, useDuration } from './clip-words'
import { stillLoading } from './eager'
import { useIsLookedAt } from './looked-at'
import { useBlur, type TileProps } from './tile'

/** A task without a clip: its picture, breathing while it is in the making, and over it what there is to say. */
export function OpenTile(props: TileProps) {
  const { task, index, href, view, isTabStop } = props
  const t = useTranslations('grid')
  const name = useClipName()
  const state = useTranslations('states')
  const duration = useDuration()
  const facts = { duration: duration(task), model: modelLabel(task) }
  const isAtWork = isActive(task.status)
  const isLookedAt = useIsLookedAt(task.id)
  const picture = clipPicture(task)
  const blur = useBlur(task)
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
        aria-label={t('open', { prompt: name(task), state: state(task.status), ...facts })}
        style={blur}
        className="clip-tile"
      >
        {picture && (
          <img
            src={picture}
            alt=""
            {...stillLoading(index)}
            className={isAtWork ? 'animate-breathe' : 'opacity-35 grayscale-50'}
          />
        )}
      </a>
      {isFull ? (
        <div className="clip-note">
          <ClipSign status={task.status} />
          <span className="truncate tabular-nums">{`${facts.duration} · ${facts.model}`}</span>
          {isAtWork ? <AtWork task={task} /> : <MadeOrLeft {...task} />}
          {task.status === 'queued' && <CancelCard task={task} />}
          {task.error && <span className="line-clamp-3">{task.error.message}</span>}
          {isLookedAt && !task.error && <span className="line-clamp-2">{name(task)}</span>}
        </div>
      ) : (
        <ClipSign status={task.status} className="clip-note" />
      )}
    </>
  )
}

/** Where it stands, when it will be there, or how long the link to what is not saved yet lives. A line is kept for it from the start. */
function AtWork({ task }: Pick<TileProps, 'task'>) {
  const words = useOutlookWords(task)
  return (
    <span className="min-h-lh truncate tabular-nums">
      {words?.short ?? <TimeSince iso={task.submittedAt ?? task.createdAt} />}
    </span>
  )
}
