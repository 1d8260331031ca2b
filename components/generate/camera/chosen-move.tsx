import { useState } from 'react'
import { useLessMotion } from '@/lib/client/browser-facts'
import { CameraPreview } from './camera-preview'
import { useThumbnail } from './use-thumbnail'

/** The chosen move on a small frame; it plays while somebody points at it. */
export function ChosenMove({ move, pictureUrl }: { move: string; pictureUrl: string }) {
  const thumbnail = useThumbnail(pictureUrl)
  const isUnmoved = useLessMotion()
  const [isPlaying, setIsPlaying] = useState(false)
  return (
    <span
      onPointerEnter={() => setIsPlaying(true)}
      onPointerLeave={() => setIsPlaying(false)}
      className="block size-full"
    >
      <CameraPreview
        move={move}
        picture={thumbnail}
        isPlaying={isPlaying && !isUnmoved}
        className="size-full"
      />
    </span>
  )
}
