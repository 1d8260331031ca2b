'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'

type Video = TaskOnWire['videos'][number]

/** The browser's own player: seeking, full screen, speed and keys come with it. */
export function ClipVideo(props: {
  video: Video
  poster: string | null
  label: string
  isAutoPlay?: boolean
  className?: string
}) {
  const t = useTranslations('card')
  const [isBroken, setBroken] = useState(false)
  const { video, poster, label, isAutoPlay, className } = props
  if (isBroken) {
    return (
      <p
        role="alert"
        className="grid size-full place-content-center gap-2 p-4 text-center text-meta text-on-night"
      >
        {t('unplayable')}
        <a href={video.downloadUrl} download className="underline">
          {t('download')}
        </a>
      </p>
    )
  }
  return (
    <video
      controls
      playsInline
      preload="metadata"
      autoPlay={isAutoPlay}
      src={video.url}
      poster={poster ?? undefined}
      width={video.width ?? undefined}
      height={video.height ?? undefined}
      aria-label={label}
      onError={() => setBroken(true)}
      className={className}
    />
  )
}
