import { assumedTimes, frameAt, momentOf } from '@/lib/client/clips/frames'
import { keepPlayerPreferences, readPlayerPreferences } from '@/lib/client/clips/player-preferences'
import { LOOP_CHANGE } from './use-media'

export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const
const VOLUME_STEP = 0.1

/** What can be done with a clip that is on the stage. */
export type PlayerActions = ReturnType<typeof playerActions>

export function playerActions(video: HTMLVideoElement) {
  const times = frameTimesOf(video)
  const seek = (seconds: number) => {
    video.currentTime = Math.min(Math.max(seconds, 0), video.duration || 0)
  }
  const setSpeed = (speed: number) => {
    video.playbackRate = speed
  }
  return {
    play: () => void startPlaying(video),
    toggle: () => (video.paused || video.ended ? void startPlaying(video) : video.pause()),
    seek,
    seekBy: (seconds: number) => seek(video.currentTime + seconds),
    /** A frame on or back, as the file has them. */
    step: async (frames: number) => {
      video.pause()
      const known = await times()
      seek(momentOf(known, frameAt(known, video.currentTime) + frames, video.duration))
    },
    setSpeed,
    changeSpeed: (steps: number) => {
      const at = SPEEDS.findIndex((speed) => speed >= video.playbackRate)
      setSpeed(SPEEDS[Math.min(Math.max(at + steps, 0), SPEEDS.length - 1)] ?? 1)
    },
    toggleLoop: () => {
      video.loop = !video.loop
      video.dispatchEvent(new Event(LOOP_CHANGE))
      keepPreferences(video)
    },
    toggleSound: () => {
      if (video.volume === 0) return setVolume(video, 1)
      video.muted = !video.muted
      keepPreferences(video)
    },
    setVolume: (volume: number) => setVolume(video, volume),
    changeVolume: (steps: number) => setVolume(video, video.volume + steps * VOLUME_STEP),
    togglePicture: () => void togglePicture(video),
  }
}

/** As this person likes it; speed is for the clip that it was chosen for. */
export function applyPreferences(video: HTMLVideoElement): void {
  const { volume, isMuted, isLooped } = readPlayerPreferences()
  video.volume = volume
  video.muted = isMuted
  video.loop = isLooped
}

function keepPreferences({ volume, muted, loop }: HTMLVideoElement): void {
  keepPlayerPreferences({ volume, isMuted: muted, isLooped: loop })
}

function setVolume(video: HTMLVideoElement, volume: number): void {
  video.volume = Math.min(Math.max(volume, 0), 1)
  video.muted = video.volume === 0
  keepPreferences(video)
}

/** A browser that lets nothing sound before somebody has pressed something plays it without a sound. */
async function startPlaying(video: HTMLVideoElement): Promise<void> {
  try {
    await video.play()
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || video.muted) return
    video.muted = true
    await video.play().catch(() => undefined) // forbidden all the same: it waits to be pressed
  }
}

/** Asked of the file once, with the first step. */
function frameTimesOf(video: HTMLVideoElement): () => Promise<readonly number[]> {
  let known: Promise<readonly number[]> | null = null
  const read = async () => {
    try {
      const { readFrameTimes } = await import('@/lib/client/clips/frame-times')
      return await readFrameTimes(video.currentSrc)
    } catch {
      known = null
      return assumedTimes(video.duration)
    }
  }
  return () => (known ??= read())
}

async function togglePicture(video: HTMLVideoElement): Promise<void> {
  try {
    if (document.pictureInPictureElement === video) await document.exitPictureInPicture()
    else await video.requestPictureInPicture()
  } catch {
    // Refused by the browser: the clip stays where it is.
  }
}
