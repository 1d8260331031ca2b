import { setImmediate as nextTurn } from 'node:timers/promises'
import { FRAMES_PER_SECOND } from './clip-size'
import { encodeAac, samplesFor, type AacTrack } from './encode-aac'
import { indexFirst, openEncoder } from './encode-h264'
import { openScene } from './open-scene'
import type { RenderJob } from './render-job'
import { makeSound } from './sound'
import { emptyYuv } from './yuv-picture'

/**
 * An H.264 clip, 24 frames a second, with its index in front, and with a sound track where the job
 * asks for one. Gives way to other work after every frame, and stops there when told to.
 */
export async function renderClip(job: RenderJob, signal?: AbortSignal): Promise<Uint8Array> {
  // The sound's encoder has a thread of its own.
  const [pictures, sound] = await Promise.all([encodePictures(job, signal), encodeSound(job)])
  return indexFirst(pictures, { height: job.height, sound })
}

async function encodePictures(job: RenderJob, signal?: AbortSignal): Promise<Uint8Array> {
  const { width, height, seconds } = job
  const draw = await openScene(job)
  const encoder = await openEncoder({ width, height })
  const bytes = new Uint8Array((width * height * 3) / 2)
  const frame = emptyYuv(width, height, bytes)
  const frames = Math.round(seconds * FRAMES_PER_SECOND)
  try {
    for (let index = 0; index < frames; index++) {
      draw(frame, index / (frames - 1))
      encoder.addFrame(bytes)
      await nextTurn()
      signal?.throwIfAborted()
    }
  } catch (error) {
    encoder.abandon()
    throw error
  }
  return encoder.finish()
}

async function encodeSound({ sound, seconds }: RenderJob): Promise<AacTrack | null> {
  return sound === null ? null : encodeAac(makeSound(sound, samplesFor(seconds)))
}
