import { useState } from 'react'
import Play from 'lucide-react/icons/play'
import { useTranslations } from 'next-intl'
import { useHasTouch } from '@/lib/client/browser-facts'
import { wasSeenAtWork } from '../../player/arrivals'
import { clipPicture } from '../../player/clip-picture'
import { modelLabel, marksOf, useClipName, useDuration, useSpokenMarks } from './clip-words'
import { stillLoading } from './eager'
import { useIsLookedAt } from './looked-at'
import { useBlur, type TileProps } from './tile'
import { TileWords } from './tile-words'

/** A clip that is there: its blur, over that its still, and over that its motion. What it says at rest costs no element of its own. */
export function DoneTile({ task, index, href, view, isTabStop }: TileProps) {
  const [isArriving] = useState(() => wasSeenAtWork(task.id))
  const isLookedAt = useIsLookedAt(task.id)
  const label = useTileLabel()
  const duration = useDuration()
  const picture = clipPicture(task)
  const blur = useBlur(task)
  const isComfortable = view === 'comfortable'
  return (
    <>
      <a
        href={href}
        tabIndex={isTabStop ? undefined : -1}
        aria-label={label(task)}
        data-length={isComfortable ? `${duration(task)} · ${modelLabel(task)}` : duration(task)}
        data-marks={marksOf(task) || undefined}
        style={blur}
        className="clip-tile"
      >
        {picture && (
          <img
            src={picture}
            alt=""
            {...stillLoading(index)}
            className={isArriving ? 'animate-sharpen' : undefined}
          />
        )}
      </a>
      {isLookedAt && <TileWords task={task} />}
      {isComfortable && <TouchPlay task={task} />}
    </>
  )
}

/** Where nothing hovers, and a tap opens. */
function TouchPlay({ task }: Pick<TileProps, 'task'>) {
  const t = useTranslations('grid')
  const name = useClipName()
  if (!useHasTouch()) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      data-play=""
      aria-label={t('play', { prompt: name(task) })}
      className="absolute right-0 bottom-0 grid size-11 place-items-center text-on-night"
    >
      <Play aria-hidden className="size-4 fill-current" />
    </button>
  )
}

function useTileLabel() {
  const t = useTranslations('grid')
  const name = useClipName()
  const duration = useDuration()
  const spoken = useSpokenMarks()
  return (task: TileProps['task']) => {
    const words = { prompt: name(task), duration: duration(task), marks: spoken(task) }
    return words.marks ? t('openMarked', words) : t('openClip', words)
  }
}
