import { useEffect, useState } from 'react'

const EVENTS = ['timeupdate', 'seeking', 'seeked', 'emptied', 'loadedmetadata'] as const

/**
 * Seconds that a clip stands at: with every picture of the screen while it plays, and with every jump. Whoever moves it by a range
 * says so at once: until the element has, React would put the range back, and its `change` would undo what its `input` did.
 */
export function usePlayhead(
  video: HTMLVideoElement | null,
): [seconds: number, say: (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!video) return
    let frame = 0
    const look = () => setSeconds(video.currentTime)
    const follow = () => {
      look()
      cancelAnimationFrame(frame)
      if (!video.paused && !video.ended) frame = requestAnimationFrame(follow)
    }
    follow()
    video.addEventListener('play', follow)
    for (const event of EVENTS) video.addEventListener(event, look)
    return () => {
      cancelAnimationFrame(frame)
      video.removeEventListener('play', follow)
      for (const event of EVENTS) video.removeEventListener(event, look)
    }
  }, [video])
  return [seconds, setSeconds]
}
