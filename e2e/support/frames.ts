import type { Page } from 'playwright/test'

/** A picture in grey, row by row, 0 to 255. */
export type Grey = { width: number; height: number; pixels: number[] }

const WIDTH = 96
const HEIGHT = 64

/** Frames of a clip at the given seconds, as the browser's own decoder shows them. */
export function clipFrames(page: Page, url: string, seconds: number[]): Promise<Grey[]> {
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
      const frames = []
      for (const second of seconds) {
        const seeked = new Promise((resolve) => (video.onseeked = resolve))
        video.currentTime = second
        await seeked
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
    { url, seconds, width: WIDTH, height: HEIGHT },
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

/** How the content moved from one frame to a later one. */
export type Motion = { dx: number; dy: number; scale: number }

const SCALES = [0.8, 0.84, 0.88, 0.92, 0.96, 1, 1.04, 1.08, 1.12, 1.16, 1.2]
const SHIFTS = Array.from({ length: 33 }, (_, index) => index - 16)

/** The shift (pixels of a 96 × 64 frame, right and down) and scale (above 1: grew about the centre) that fit best. */
export function measureMotion(from: Grey, to: Grey): Motion {
  let best = { dx: 0, dy: 0, scale: 1, error: Infinity }
  for (const scale of SCALES) {
    for (const dx of SHIFTS) {
      for (const dy of [-6, -4, -2, 0, 2, 4, 6]) {
        const error = mismatch(from, to, { dx, dy, scale })
        if (error < best.error) best = { dx, dy, scale, error }
      }
    }
  }
  const { dx, dy, scale } = best
  return { dx, dy, scale }
}

/** Mean difference where both frames have a pixel, on every second one. */
function mismatch(from: Grey, to: Grey, { dx, dy, scale }: Motion): number {
  let sum = 0
  let count = 0
  for (let y = 0; y < to.height; y += 2) {
    for (let x = 0; x < to.width; x += 2) {
      const sourceX = Math.round((x - dx - to.width / 2) / scale + to.width / 2)
      const sourceY = Math.round((y - dy - to.height / 2) / scale + to.height / 2)
      if (sourceX < 0 || sourceY < 0 || sourceX >= from.width || sourceY >= from.height) continue
      sum += Math.abs(
        (from.pixels[sourceY * from.width + sourceX] ?? 0) - (to.pixels[y * to.width + x] ?? 0),
      )
      count += 1
    }
  }
  return count < 400 ? Infinity : sum / count
}
