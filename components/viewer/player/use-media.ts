import { useEffect, useState } from 'react'

/** What a clip's element is doing, as far as controls show it. Lengths in seconds. */
export type MediaState = {
  isPlaying: boolean
  /** It wants to go on and has nothing to show. */
  isWaiting: boolean
  duration: number
  volume: number
  isMuted: boolean
  isLooped: boolean
  speed: number
  /** Parts that have come, as shares of the whole. */
  buffered: readonly { from: number; until: number }[]
}

const AT_FIRST: MediaState = {
  isPlaying: false,
  isWaiting: false,
  duration: 0,
  volume: 1,
  isMuted: false,
  isLooped: false,
  speed: 1,
  buffered: [],
}

const EVENTS = [
  'loadedmetadata',
  'durationchange',
  'play',
  'playing',
  'pause',
  'ended',
  'waiting',
  'seeking',
  'seeked',
  'canplay',
  'volumechange',
  'ratechange',
  'progress',
  'emptied',
  'loopchange',
] as const

export function useMedia(video: HTMLVideoElement | null): MediaState {
  const [state, setState] = useState(AT_FIRST)
  useEffect(() => {
    if (!video) return
    const look = () => setState(readMedia(video))
    look()
    for (const event of EVENTS) video.addEventListener(event, look)
    return () => {
      for (const event of EVENTS) video.removeEventListener(event, look)
    }
  }, [video])
  return state
}

/** Sent by whoever changes the loop: the element tells nobody of that by itself. */
export const LOOP_CHANGE = 'loopchange'

function readMedia(video: HTMLVideoElement): MediaState {
  const duration = Number.isFinite(video.duration) ? video.duration : 0
  return {
    isPlaying: !video.paused && !video.ended,
    isWaiting: !video.paused && video.readyState < video.HAVE_FUTURE_DATA,
    duration,
    volume: video.volume,
    isMuted: video.muted,
    isLooped: video.loop,
    speed: video.playbackRate,
    buffered: readBuffered(video.buffered, duration),
  }
}

function readBuffered(ranges: TimeRanges, duration: number): MediaState['buffered'] {
  if (duration === 0) return []
  return Array.from({ length: ranges.length }, (_, at) => ({
    from: ranges.start(at) / duration,
    until: Math.min(1, ranges.end(at) / duration),
  }))
}
