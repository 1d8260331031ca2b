import type { ErrorCode } from './errors'
import { PICTURE } from './limits'

export type Size = { width: number; height: number }

export type ShapeProblem = {
  code: Extract<ErrorCode, 'picture_too_small' | 'picture_too_long'>
  values: Record<string, number>
}

/**
 * What is wrong with the sides of an upright picture, in pixels. Scaling down to `maxSide` needs no check of its own: at a ratio
 * up to 2.5 the short side stays above 1,600.
 */
export function shapeProblem({ width, height }: Size): ShapeProblem | null {
  const { minSide, maxRatio } = PICTURE
  const short = Math.min(width, height)
  if (short < minSide) return { code: 'picture_too_small', values: { width, height, min: minSide } }
  if (Math.max(width, height) > maxRatio * short) {
    return { code: 'picture_too_long', values: { width, height, ratio: maxRatio } }
  }
  return null
}

/** The size in which a picture fits into a square of `maxSide`, in its own ratio; never larger than it is. */
export function fitWithin({ width, height }: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}
