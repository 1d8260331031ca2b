import type { Size } from './picture-shape'

/**
 * Pixels of the clip to come, as far as can be said: the page names resolutions only ("540p"). Read as the short side, the
 * long one after the picture, both even, as H.264 wants them. Null for a resolution that is no number of lines.
 */
export function clipSize(picture: Size, resolution: string): Size | null {
  const lines = /^(\d+)p$/.exec(resolution)?.[1]
  if (lines === undefined) return null
  const short = Number(lines)
  const { width, height } = picture
  const long = Math.round((short * Math.max(width, height)) / Math.min(width, height) / 2) * 2
  return width >= height ? { width: long, height: short } : { width: short, height: long }
}
