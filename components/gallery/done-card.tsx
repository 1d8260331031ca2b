import { useEffect, useState } from 'react'
import Download from 'lucide-react/icons/download'
import Info from 'lucide-react/icons/info'
import Play from 'lucide-react/icons/play'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { wasSeenAtWork } from '../player/arrivals'
import { clipPicture } from '../player/clip-picture'
import { ClipVideo } from '../player/clip-video'
import { LocalTime } from '../player/local-time'
import { setNowPlaying, stopPlaying, useIsPlaying } from '../player/now-playing'
import { PICTURE_ICON_BUTTON } from '../ui/icon-button'

/** A clip that is there. It is a picture until somebody plays it: a page of players would be a page of downloads. */
export function DoneCard({ task }: { task: TaskOnWire }) {
  const isPlaying = useIsPlaying(task.id)
  const [isArriving] = useState(() => wasSeenAtWork(task.id))
  const picture = clipPicture(task)
  const [video] = task.videos
  useEffect(() => () => stopPlaying(task.id), [task.id])
  return (
    <article className="@container relative size-full overflow-hidden bg-night">
      {picture && (
        <img
          src={picture}
          alt=""
          decoding="async"
          className={`absolute inset-0 size-full object-cover ${isArriving ? 'animate-sharpen' : ''}`}
        />
      )}
      {isPlaying && video ? (
        <ClipVideo
          video={video}
          poster={picture}
          label={task.prompt}
          isAutoPlay
          className="relative size-full bg-black object-contain"
        />
      ) : (
        <Controls task={task} />
      )}
    </article>
  )
}

function Controls({ task }: { task: TaskOnWire }) {
  const t = useTranslations('card')
  const [video] = task.videos
  return (
    <>
      <button
        type="button"
        aria-label={t('play', { prompt: task.prompt })}
        onClick={() => setNowPlaying(task.id)}
        className="absolute inset-0 grid size-full place-items-center outline-offset-[-2px]"
      >
        <span className="over-picture grid size-12 place-items-center rounded-full bg-veil text-on-night [@media(hover:none)]:hidden">
          <Play aria-hidden className="size-5 translate-x-px fill-current" />
        </span>
      </button>
      <div className="pointer-events-none absolute inset-x-0 bottom-0 scrim pt-8 text-meta text-on-night">
        <p className="over-picture truncate px-2.5 [@media(hover:none)]:hidden">{task.prompt}</p>
        <div className="flex h-9 items-center gap-2.5 pr-1 pl-2.5 pointer-coarse:h-11">
          <Play
            aria-hidden
            className="hidden size-3.5 shrink-0 fill-current [@media(hover:none)]:block"
          />
          <Duration milliseconds={video?.durationMs ?? task.params.duration * 1000} />
          <span className="over-picture hidden min-w-0 truncate text-on-night-soft @3xs:inline">
            <LocalTime iso={task.createdAt} />
          </span>
          <span className="over-picture pointer-events-auto ml-auto flex">
            {video && (
              <a
                href={video.downloadUrl}
                download
                aria-label={t('download')}
                title={t('download')}
                className={`hidden @4xs:flex ${PICTURE_ICON_BUTTON}`}
              >
                <Download aria-hidden className="size-4" />
              </a>
            )}
            <Link
              href={`/tasks/${task.id}`}
              aria-label={t('details')}
              title={t('details')}
              className={`flex ${PICTURE_ICON_BUTTON}`}
            >
              <Info aria-hidden className="size-4" />
            </Link>
          </span>
        </div>
      </div>
    </>
  )
}

function Duration({ milliseconds }: { milliseconds: number }) {
  const t = useTranslations('card')
  const seconds = Math.round(milliseconds / 1000)
  return (
    <span className="tabular-nums">
      {t('duration', {
        minutes: Math.floor(seconds / 60),
        seconds: String(seconds % 60).padStart(2, '0'),
      })}
    </span>
  )
}
