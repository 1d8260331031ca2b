import { useRef, type Ref } from 'react'
import type { TaskOnWire } from '@/lib/shared/wire'
import { prefersLessMotion } from '@/lib/client/browser-facts'

type Video = TaskOnWire['videos'][number]

/** The clip itself. A press plays or stops it; where a finger finds the controls gone, the press brings them back instead. */
export function ClipVideo(props: {
  ref: Ref<HTMLVideoElement>
  video: Video
  poster: string | null
  label: string
  isAutoPlay: boolean
  isIdle: boolean
  onError: () => void
  onPress: () => void
  onPressTwice: () => void
}) {
  const { ref, video, poster, label, isAutoPlay, isIdle, onError, onPress, onPressTwice } = props
  const wasIdle = useRef(false)
  return (
    <video
      ref={ref}
      playsInline
      preload={isAutoPlay ? 'auto' : 'metadata'}
      autoPlay={isAutoPlay && !prefersLessMotion()}
      src={video.url}
      poster={poster ?? undefined}
      width={video.width ?? undefined}
      height={video.height ?? undefined}
      aria-label={label}
      onError={onError}
      onPointerDownCapture={(event) => {
        wasIdle.current = isIdle && event.pointerType === 'touch'
      }}
      onClick={() => !wasIdle.current && onPress()}
      onDoubleClick={onPressTwice}
      className="size-full"
    />
  )
}
