import { useState } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { prefersLessMotion } from '@/lib/client/browser-facts'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ratioStyle } from '../gallery/clip-rows'
import { clipPicture, clipRatio } from '../player/clip-picture'
import { ClipVideo } from '../player/clip-video'
import { NextWords } from '../player/next-words'
import { TimeSince } from '../player/span-of-time'
import { TaskState } from '../player/task-state'
import { buttonClass } from '../ui/button'

/** The only task there is, as large as the place allows: the first visit ends with its clip, and with what to do next. */
export function FirstClip({ task, isSimulator }: { task: TaskOnWire; isSimulator: boolean }) {
  const t = useTranslations('create')
  const isDone = task.status === 'succeeded'
  return (
    <div
      data-task={task.id}
      data-status={task.status}
      style={ratioStyle(clipRatio(task))}
      className="mx-auto flex w-full max-w-[max(20rem,calc(60dvh*var(--ratio)))] flex-1 flex-col justify-center gap-5 py-2"
    >
      <div role="status">
        <h2 className="text-title font-semibold">{t(isDone ? 'firstDone' : 'firstRunning')}</h2>
        <p className="mt-1 text-soft">
          {isDone ? t('firstDoneText') : t(isSimulator ? 'firstSimulated' : 'firstLeave')}
        </p>
      </div>
      <div className="relative aspect-(--ratio) overflow-hidden rounded-card bg-night">
        <Picture task={task} />
      </div>
      {isDone ? <Onward task={task} /> : <Progress task={task} />}
    </div>
  )
}

function Picture({ task }: { task: TaskOnWire }) {
  const t = useTranslations('picture')
  // Only a clip that arrives before somebody's eyes plays by itself, and not where motion is unwelcome.
  const [mayPlay] = useState(task.status !== 'succeeded')
  const picture = clipPicture(task)
  const [video] = task.videos
  if (video && task.status === 'succeeded') {
    return (
      <ClipVideo
        video={video}
        poster={picture}
        label={task.prompt}
        isAutoPlay={mayPlay && !prefersLessMotion()}
        className={`size-full ${mayPlay ? 'animate-sharpen' : ''}`}
      />
    )
  }
  if (!picture) return null
  return <img src={picture} alt={t('alt')} className="size-full animate-breathe object-cover" />
}

function Progress({ task }: { task: TaskOnWire }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-meta text-soft">
      <TaskState status={task.status} />
      <TimeSince iso={task.submittedAt ?? task.createdAt} />
      {task.error && <span className="w-full">{task.error.message}</span>}
      <span className="w-full">
        <NextWords task={task} />
      </span>
    </p>
  )
}

function Onward({ task }: { task: TaskOnWire }) {
  const t = useTranslations('create')
  const card = useTranslations('card')
  const [video] = task.videos
  return (
    <p className="flex flex-wrap gap-2">
      <Link href={`/tasks/${task.id}`} className={buttonClass()}>
        {card('details')}
      </Link>
      {video && (
        <a href={video.downloadUrl} download className={buttonClass()}>
          {card('download')}
        </a>
      )}
      <Link href="/gallery" className={buttonClass('quiet')}>
        {t('all')}
      </Link>
    </p>
  )
}
