import type { ReactNode } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipPicture } from '../player/clip-picture'

/** A task without a clip: its picture, and over it what there is to say. All of it leads to the task's page. */
export function CardFrame(props: { task: TaskOnWire; pictureClass: string; children: ReactNode }) {
  const t = useTranslations('card')
  const { task, pictureClass, children } = props
  const picture = clipPicture(task)
  return (
    <article className="relative size-full overflow-hidden bg-night">
      {picture && (
        <img
          src={picture}
          alt=""
          className={`absolute inset-0 size-full object-cover ${pictureClass}`}
        />
      )}
      <Link
        href={`/tasks/${task.id}`}
        aria-label={t('open', { prompt: task.prompt })}
        className="absolute inset-0 outline-offset-[-2px]"
      />
      <div className="pointer-events-none absolute inset-x-0 bottom-0 flex flex-col gap-0.5 scrim px-3 pt-10 pb-2.5 text-meta text-on-night-soft">
        {children}
      </div>
    </article>
  )
}
