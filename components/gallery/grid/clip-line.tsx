import { clipPicture } from '../../player/clip-picture'
import { LocalTime } from '../../player/local-time'
import { CancelCard } from '../cancel-card'
import { ClipSign } from './clip-sign'
import { marksOf, modelLabel, useClipName, useDuration, useSpokenMarks } from './clip-words'
import { useIsLookedAt } from './looked-at'
import { useBlur, type TileProps } from './tile'

/** A clip as one line: all of its words, and its picture small. */
export function ClipLine({ task, href, isTabStop }: TileProps) {
  const name = useClipName()
  const duration = useDuration()
  const spoken = useSpokenMarks()
  const isLookedAt = useIsLookedAt(task.id)
  const picture = clipPicture(task)
  const blur = useBlur(task)
  const marks = marksOf(task)
  return (
    <>
      <a href={href} tabIndex={isTabStop ? undefined : -1} className="clip-line">
        <span style={blur} className="clip-line-still">
          {picture && <img src={picture} alt="" decoding="async" loading="lazy" />}
        </span>
        <span className="truncate text-control text-text">{name(task)}</span>
        <span className="max-sm:hidden">{modelLabel(task)}</span>
        <span className="text-right">{duration(task)}</span>
        <ClipSign status={task.status} />
        <span className="max-md:hidden">
          <LocalTime iso={task.createdAt} />
        </span>
        <span className="max-sm:hidden">
          {marks && (
            <span role="img" aria-label={spoken(task)}>
              {marks}
            </span>
          )}
        </span>
      </a>
      {isLookedAt && task.status === 'queued' && (
        <div className="absolute inset-y-0 right-2 grid place-items-center rounded-inner bg-night px-2">
          <CancelCard task={task} />
        </div>
      )}
    </>
  )
}
