import { setImmediate as nextTurn } from 'node:timers/promises'
import { createShot } from './camera-shot'
import { FRAMES_PER_SECOND } from './clip-size'
import { indexFirst, openEncoder } from './encode-h264'
import { mixPlane } from './frame-sampler'
import { colourMatrix, emptyYuv, loadYuv, type YuvPicture } from './yuv-picture'

export interface RenderJob {
  /** Path of the picture that moves. */
  picture: string
  /** Path of the picture that it turns into, if it does. */
  lastPicture: string | null
  move: string | null
  /** Pixels, even. */
  width: number
  height: number
  seconds: number
}

/** Pictures are kept somewhat larger than the frame, so that there is something to come closer to. */
const SOURCE_SCALE = 1.5

/**
 * An H.264 clip of a still, 24 frames a second, with its index in front. Gives way to other work
 * after every frame, and stops there when told to.
 */
export async function renderClip(job: RenderJob, signal?: AbortSignal): Promise<Uint8Array> {
  const { width, height, seconds } = job
  const first = createShot(job.move, await loadSource(job.picture, job))
  const last =
    job.lastPicture === null ? null : createShot(job.move, await loadSource(job.lastPicture, job))
  const encoder = await openEncoder({ width, height })
  const bytes = new Uint8Array((width * height * 3) / 2)
  const frame = emptyYuv(width, height, bytes)
  const other = last && emptyYuv(width, height)
  const frames = Math.round(seconds * FRAMES_PER_SECOND)
  try {
    for (let index = 0; index < frames; index++) {
      const t = index / (frames - 1)
      first(frame, t)
      if (last && other) {
        last(other, t)
        fade(frame, other, t)
      }
      encoder.addFrame(bytes)
      await nextTurn()
      signal?.throwIfAborted()
    }
  } catch (error) {
    encoder.abandon()
    throw error
  }
  return indexFirst(encoder.finish(), height)
}

function loadSource(file: string, clip: { width: number; height: number }): Promise<YuvPicture> {
  const even = (side: number) => Math.round((side * SOURCE_SCALE) / 2) * 2
  const size = { width: even(clip.width), height: even(clip.height) }
  return loadYuv(file, size, colourMatrix(clip.height))
}

/** Head and tail each stand for a moment before and after they melt into each other. */
function fade(frame: YuvPicture, last: YuvPicture, t: number): void {
  const part = Math.min(Math.max((t - 0.2) / 0.6, 0), 1)
  frame.planes.forEach((plane, index) => {
    const other = last.planes[index]
    if (other && part > 0) mixPlane(plane, other, part * part * (3 - 2 * part))
  })
}
