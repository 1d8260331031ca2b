import { createHash } from 'node:crypto'
import sharp from 'sharp'

/** The maker's codes, in the order of the contract's row: size, reading, format, measures, address. */
export const PICTURE_CODES = {
  tooBig: 500030,
  unreadable: 500031,
  wrongFormat: 500032,
  wrongSize: 500033,
  notFetched: 500041,
  badAddress: 500042,
} as const

export const MAX_PICTURE_BYTES = 10 * 1024 * 1024
const MIN_SIDE = 300
const MAX_SIDE = 4000
const MAX_RATIO = 2.5

export interface Picture {
  bytes: Buffer
  sha256: string
  /** Pixels, as a viewer sees the picture: after the turn its EXIF asks for. */
  width: number
  height: number
}

export type PictureResult =
  { ok: true; picture: Picture } | { ok: false; code: number; message: string }

/** Judges a picture by its content alone. `message` reads on from the name of the field. */
export async function checkPicture(bytes: Buffer): Promise<PictureResult> {
  if (!hasKnownSignature(bytes)) {
    return refuse(PICTURE_CODES.wrongFormat, 'is not a JPEG, PNG or WebP picture')
  }
  const size = await readSize(bytes)
  if (!size) return refuse(PICTURE_CODES.unreadable, 'cannot be read as a picture')
  const { width, height } = size
  const [short, long] = width < height ? [width, height] : [height, width]
  if (short < MIN_SIDE || long > MAX_SIDE) {
    const wanted = `each side must be ${MIN_SIDE} to ${MAX_SIDE} pixels`
    return refuse(PICTURE_CODES.wrongSize, `is ${width}x${height}: ${wanted}`)
  }
  if (long / short > MAX_RATIO) {
    return refuse(PICTURE_CODES.wrongSize, `is ${width}x${height}: longer than 1:${MAX_RATIO}`)
  }
  if (!(await isWhole(bytes))) return refuse(PICTURE_CODES.unreadable, 'is damaged or cut off')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, picture: { bytes, sha256, width, height } }
}

/** Looked at before a decoder is let near the bytes: no SVG, no TIFF, no PDF. */
function hasKnownSignature(bytes: Buffer): boolean {
  const hex = bytes.subarray(0, 12).toString('hex')
  const isWebp = hex.startsWith('52494646') && hex.slice(16) === '57454250'
  return isWebp || hex.startsWith('ffd8ff') || hex.startsWith('89504e470d0a1a0a')
}

async function readSize(bytes: Buffer): Promise<{ width: number; height: number } | null> {
  try {
    return (await sharp(bytes).metadata()).autoOrient
  } catch {
    // The signature was right and the rest is not: unreadable, which is all there is to tell.
    return null
  }
}

/** Only decoding to the last line tells whether a picture is whole; its sides are bounded here. */
async function isWhole(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { failOn: 'warning' }).stats()
    return true
  } catch {
    return false
  }
}

function refuse(code: number, message: string): PictureResult {
  return { ok: false, code, message }
}
