import { CanvasSink, Input, MP4, UrlSource } from 'mediabunny'
import { momentOf } from './frames'
import { readFrameTimes } from './frame-times'

/** Until then a browser has shown the frame that it was asked for, or never will. */
const SHOWN_WITHIN_MS = 15_000

/** The frame could not be taken in this browser. */
export class LastFrameError extends Error {
  override readonly name = 'LastFrameError'
}

type Canvas = HTMLCanvasElement | OffscreenCanvas

/**
 * The very last frame of a clip as a PNG, in the clip's own pixels. By a decoder where pages may use one; on plain http, where they
 * may not, as the player shows it. Throws LastFrameError.
 */
export async function takeLastFrame(url: string): Promise<Blob> {
  try {
    const times = await readFrameTimes(url)
    return await toPng((await decodeLast(url, times)) ?? (await showLast(url, times)))
  } catch (cause) {
    throw new LastFrameError('no last frame', { cause })
  }
}

/** Null where there is no decoder for it. */
async function decodeLast(url: string, times: readonly number[]): Promise<Canvas | null> {
  if (typeof VideoDecoder === 'undefined') return null
  const input = new Input({ formats: [MP4], source: new UrlSource(new URL(url, document.baseURI)) })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track || !(await track.canDecode())) return null
    const last = await new CanvasSink(track).getCanvas(times.at(-1) ?? 0)
    return last?.canvas ?? null
  } catch {
    return null // what it cannot read, the player may
  } finally {
    input.dispose()
  }
}

async function showLast(url: string, times: readonly number[]): Promise<Canvas> {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url })
  try {
    await heard(video, 'loadeddata')
    const shown = lastShown(video, times.at(-1) ?? 0)
    video.currentTime = momentOf(times, times.length - 1, video.duration)
    await shown
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight })
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return canvas
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

/** `seeked` may come before the frame does: where the browser tells which frame is there to be drawn, that counts. */
function lastShown(video: HTMLVideoElement, lastTime: number): Promise<void> {
  if (!('requestVideoFrameCallback' in video)) return heard(video, 'seeked')
  return inTime((resolve) => {
    const look = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      if (mediaTime >= lastTime - 0.001) resolve()
      else video.requestVideoFrameCallback(look)
    }
    video.requestVideoFrameCallback(look)
  })
}

function heard(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return inTime((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true })
    video.addEventListener('error', () => reject(new Error('not playable')), { once: true })
  })
}

function inTime(run: (resolve: () => void, reject: (error: Error) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), SHOWN_WITHIN_MS)
    run(() => {
      clearTimeout(timer)
      resolve()
    }, reject)
  })
}

async function toPng(canvas: Canvas): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/png' })
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the canvas gives nothing')
  return blob
}
