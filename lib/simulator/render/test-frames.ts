import path from 'node:path'
import type { Shot } from './camera-shot'
import type { Plane } from './frame-sampler'
import type { RenderJob } from './render-job'
import { emptyYuv } from './yuv-picture'

/** For tests: pictures of the end-to-end tests, and what their frames measure. */
export function fixture(name: 'astronaut.png' | 'chelsea.png' | 'coffee.png' | 'rocket.jpg') {
  return path.resolve(import.meta.dirname, '../../../e2e/fixtures', name)
}

/** A small, short clip of a cat. */
export function renderJob(overrides: Partial<RenderJob> = {}): RenderJob {
  return {
    pictures: [{ file: fixture('chelsea.png'), role: 'first' }],
    move: null,
    width: 270,
    height: 180,
    seconds: 5,
    shots: 1,
    sound: null,
    ...overrides,
  }
}

/** The brightness of the frame at each of these times, 0 to 1. */
export function drawAt(
  shot: Shot,
  size: { width: number; height: number },
  times: readonly number[],
): Plane[] {
  const frame = emptyYuv(size.width, size.height)
  return times.map((t) => {
    shot(frame, t)
    const [{ data, width, height }] = frame.planes
    return { data: data.slice(), width, height }
  })
}

/** The times of so many frames, the first and the last of a clip among them. */
export function timesOf(frames: number): number[] {
  return Array.from({ length: frames }, (_, index) => index / (frames - 1))
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A rectangle of a plane. */
export function cutOut(plane: Plane, { left, top, width, height }: Box): Plane {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = (top + y) * plane.width + left
    data.set(plane.data.subarray(start, start + width), y * width)
  }
  return { data, width, height }
}

/** The correlation of two planes: 1 for the same, near 0 for strangers. */
export function likeness(a: Plane, b: Plane): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('the planes differ in size')
  const [meanA, meanB] = [mean(a.data), mean(b.data)]
  let [product, squareA, squareB] = [0, 0, 0]
  a.data.forEach((value, at) => {
    const [da, db] = [value - meanA, (b.data[at] ?? 0) - meanB]
    product += da * db
    squareA += da * da
    squareB += db * db
  })
  return product / Math.sqrt(squareA * squareB)
}

/** How far, on the mean, a pixel of the one is from that of the other. */
export function difference(a: Plane, b: Plane): number {
  return mean(a.data.map((value, at) => Math.abs(value - (b.data[at] ?? 0))))
}

export function mean(values: Uint8Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The differences between each frame and the one before it. */
export function steps(frames: readonly Plane[]): number[] {
  return frames.slice(1).map((frame, index) => {
    const before = frames[index]
    return before ? difference(before, frame) : 0
  })
}
