import { useEffect, useRef } from 'react'
import type { Thumbnail } from '@/lib/client/thumbnail'
import { findPreview, type CameraPreview as Preview } from './camera-previews'
import { lookAt, round } from './preview-frames'

const STILL: Preview = { lasts: 0, ease: 'linear', background: [{ scale: 1 }] }

/** A move on a picture: its first moment (or its last), and while `isPlaying` the whole of it, again and again. */
export function CameraPreview(props: {
  move: string
  /** Null while it is not there yet. */
  picture: Thumbnail | null
  isPlaying?: boolean
  moment?: 'start' | 'end'
  className?: string
}) {
  const { move, picture, isPlaying = false, moment = 'start', className = '' } = props
  const background = useRef<HTMLImageElement>(null)
  const subject = useRef<HTMLImageElement>(null)
  const preview = findPreview(move) ?? STILL

  useEffect(() => {
    if (!isPlaying || !picture) return
    const animations = [
      animate(background.current, preview, preview.background),
      animate(subject.current, preview, preview.subject),
    ]
    return () => animations.forEach((animation) => animation?.cancel())
  }, [isPlaying, picture, preview])

  const pose = (layer: Preview['background']) => {
    const stop = moment === 'start' ? layer[0] : layer.at(-1)
    return stop && lookAt(stop, layer)
  }
  return (
    <span
      aria-hidden
      className={`@container relative block overflow-hidden ${picture ? 'bg-night' : 'bg-raised'} ${className}`}
    >
      {picture && (
        <img
          ref={background}
          src={preview.isSoft ? picture.softUrl : picture.url}
          alt=""
          draggable={false}
          style={pose(preview.background)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {picture && preview.subject && (
        <img
          ref={subject}
          src={picture.url}
          alt=""
          draggable={false}
          style={pose(preview.subject)}
          className="subject-mask absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  )
}

/** By the browser's compositor, which needs no script for it; a layer that stands still is left alone. */
function animate(
  element: HTMLElement | null,
  preview: Preview,
  layer: Preview['background'] = [],
): Animation | null {
  const isStill = layer.every((stop) => JSON.stringify(stop) === JSON.stringify(layer[0]))
  if (!element || isStill) return null
  const { keyframes, duration } = round(preview, layer)
  return element.animate(keyframes, { duration, iterations: Infinity })
}
