import { AppError } from '@/lib/shared/errors'
import { PICTURE } from '@/lib/shared/limits'
import { shapeProblem } from '@/lib/shared/picture-shape'
import { identifyPicture } from './identify-picture'
import { inspectStructure, type Structure } from './inspect-structure'
import { openHeader } from './open-picture'

/** Pixels, upright, and how to decode them. */
export type PictureFacts = {
  width: number
  height: number
  hasAlpha: boolean
  failOn: Structure['failOn']
}
type Header = Omit<PictureFacts, 'failOn'>

/** Judges a file by its content before a pixel is decoded. Throws AppError with the code of what is wrong. */
export async function checkPicture(bytes: Buffer): Promise<PictureFacts> {
  const identified = identifyPicture(bytes)
  if ('refusal' in identified) throw new AppError(identified.refusal)
  const { frames, isSound, failOn } = inspectStructure(bytes, identified.kind)
  if (frames > 1) throw new AppError('picture_animated', undefined, { values: { frames } })
  if (!isSound) throw new AppError('picture_truncated', 'ends early, or is made of too many parts')
  const header = await readHeader(bytes)
  refusePixels(header)
  refuseShape(header)
  return { ...header, failOn }
}

async function readHeader(bytes: Buffer): Promise<Header> {
  try {
    const { autoOrient, hasAlpha } = await openHeader(bytes).metadata()
    return { width: autoOrient.width, height: autoOrient.height, hasAlpha }
  } catch (cause) {
    throw new AppError('picture_truncated', 'the header cannot be read', { cause })
  }
}

function refusePixels({ width, height }: Header): void {
  const pixels = width * height
  if (pixels <= PICTURE.maxDecodedPixels) return
  // Rounded up: one pixel too many must not read "50 megapixels, at most 50".
  const megapixels = Math.ceil(pixels / 100_000) / 10
  const max = PICTURE.maxDecodedPixels / 1_000_000
  throw new AppError('picture_too_many_pixels', undefined, { values: { megapixels, max } })
}

function refuseShape(header: Header): void {
  const problem = shapeProblem(header)
  if (problem) throw new AppError(problem.code, undefined, { values: problem.values })
}
