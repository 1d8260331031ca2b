import type { Page } from 'playwright/test'

/** A picture in grey, row by row, 0 to 255. */
export type Grey = { width: number; height: number; pixels: number[] }

const WIDTH = 96
const HEIGHT = 64

/** Frames of a clip at the given seconds, as the browser's own decoder shows them. */
export function clipFrames(
  page: Page,
  url: string,
  seconds: number[],
  size = { width: WIDTH, height: HEIGHT },
): Promise<Grey[]> {
  return page.evaluate(
    async ({ url, seconds, width, height }) => {
      const video = document.createElement('video')
      video.muted = true
      video.preload = 'auto'
      video.src = url
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve
        video.onerror = () =>
          reject(new Error(`the clip cannot be decoded: ${video.error?.message}`))
      })
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas')
      context.imageSmoothingQuality = 'high'
      const frames = []
      for (const second of seconds) {
        // `seeked` may come before the frame does; the callback names the frame that is there to be drawn.
        const shown = new Promise<void>((resolve) => {
          const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
            if (mediaTime <= second + 0.001 && second - mediaTime < 0.1) resolve()
            else video.requestVideoFrameCallback(look)
          }
          video.requestVideoFrameCallback(look)
        })
        video.currentTime = second
        await shown
        context.drawImage(video, 0, 0, width, height)
        const { data } = context.getImageData(0, 0, width, height)
        const pixels = Array.from({ length: width * height }, (_, at) =>
          Math.round(((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3),
        )
        frames.push({ width, height, pixels })
      }
      video.removeAttribute('src')
      video.load()
      return frames
    },
    { url, seconds, ...size },
  )
}

/** A still picture in the same form. */
export function pictureFrame(page: Page, url: string): Promise<Grey> {
  return page.evaluate(
    async ({ url, width, height }) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0, width, height)
      const { data } = context.getImageData(0, 0, width, height)
      const pixels = Array.from({ length: width * height }, (_, at) =>
        Math.round(((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3),
      )
      return { width, height, pixels }
    },
    { url, width: WIDTH, height: HEIGHT },
  )
}

/** Likeness of two pictures: the correlation of their brightness, 1 for the same, near 0 for strangers. */
export function likeness(a: Grey, b: Grey): number {
  const mean = ({ pixels }: Grey) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let product = 0
  let squareA = 0
  let squareB = 0
  a.pixels.forEach((value, at) => {
    const [da, db] = [value - meanA, (b.pixels[at] ?? 0) - meanB]
    product += da * db
    squareA += da * da
    squareB += db * db
  })
  return product / Math.sqrt(squareA * squareB)
}
