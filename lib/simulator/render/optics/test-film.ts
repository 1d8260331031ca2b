import path from 'node:path'
import { createShot } from '../camera-shot'
import { colourMatrix, emptyYuv, loadYuv, type YuvPicture } from '../yuv-picture'
import type { GreyFrame } from './grey-frame'

export const STEPS = 30
const PHOTOGRAPHS = path.resolve(import.meta.dirname, '../../../../e2e/fixtures')

/** A picture as a shot needs it: larger than the frame by half. */
export function photograph(
  name: string,
  frame: { width: number; height: number },
): Promise<YuvPicture> {
  const size = { width: frame.width * 1.5, height: frame.height * 1.5 }
  return loadYuv(path.join(PHOTOGRAPHS, name), size, colourMatrix(frame.height))
}

/** The frames that a move draws, at even distances in time. */
export function film(
  move: string | null,
  picture: YuvPicture,
  { width, height }: { width: number; height: number },
): GreyFrame[] {
  const shot = createShot(move, picture)
  return Array.from({ length: STEPS + 1 }, (_, index) => {
    const frame = emptyYuv(width, height)
    shot(frame, index / STEPS)
    return { width, height, pixels: frame.planes[0].data }
  })
}
