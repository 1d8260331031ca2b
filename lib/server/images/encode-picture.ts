import type { OutputInfo, Sharp } from 'sharp'
import { PICTURE } from '@/lib/shared/limits'
import type { PictureFacts } from './check-picture'
import { openPicture, openPixels, type Pixels } from './open-picture'

export type EncodedPicture = {
  data: Buffer
  contentType: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
}

const BEST_QUALITY = 92
/** For what is too heavy at its best. Photographs fit at the first or second; the last fits white noise of the largest size. */
const LIGHTER = [
  { quality: 84, scale: 1 },
  { quality: 72, scale: 1 },
  { quality: 56, scale: 1 },
  { quality: 40, scale: 1 },
  { quality: 56, scale: 0.5 },
  { quality: 40, scale: 0.5 },
] as const

/**
 * Makes what is stored: upright, sRGB, without anything but pixels, within the gateway's limits. The same bytes in give the
 * same bytes out. Throws what the decoder throws.
 */
export async function encodePicture(bytes: Buffer, facts: PictureFacts): Promise<EncodedPicture> {
  const opened = () => scaledDown(openPicture(bytes, facts.failOn), facts)
  if (facts.hasAlpha) return encodePixels(await decode(opened()))
  // In one go, without the pixels ever lying in memory as a whole.
  const jpeg = await finish(toJpeg(opened(), BEST_QUALITY))
  return isLight(jpeg) ? jpeg : lighten(await decode(opened()), toJpeg)
}

async function encodePixels(pixels: Pixels): Promise<EncodedPicture> {
  const isClear = isTransparent(pixels)
  const best = isClear ? openPixels(pixels).png() : toJpeg(openPixels(pixels), BEST_QUALITY)
  const encoded = await finish(best)
  return isLight(encoded) ? encoded : lighten(pixels, isClear ? toWebp : toJpeg)
}

async function lighten(
  pixels: Pixels,
  encode: (picture: Sharp, quality: number) => Sharp,
): Promise<EncodedPicture> {
  for (const { quality, scale } of LIGHTER) {
    const picture = openPixels(pixels)
    if (scale < 1) picture.resize({ width: Math.round(pixels.width * scale) })
    const encoded = await finish(encode(picture, quality))
    if (isLight(encoded)) return encoded
  }
  throw new Error(`${pixels.width} × ${pixels.height} pixels stay heavier than the gateway takes`)
}

function scaledDown(picture: Sharp, { width, height }: PictureFacts): Sharp {
  const { maxSide } = PICTURE
  if (Math.max(width, height) <= maxSide) return picture
  return picture.resize({ width: maxSide, height: maxSide, fit: 'inside' })
}

function toJpeg(picture: Sharp, quality: number): Sharp {
  return picture.removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' })
}

function toWebp(picture: Sharp, quality: number): Sharp {
  return picture.webp({ quality, alphaQuality: quality, effort: 2 })
}

async function decode(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels !== 3 && channels !== 4) throw new Error(`decoded to ${channels} channels`)
  return { data, width, height, channels }
}

async function finish(picture: Sharp): Promise<EncodedPicture> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { data, contentType: contentTypeOf(info), width: info.width, height: info.height }
}

function contentTypeOf({ format }: OutputInfo): EncodedPicture['contentType'] {
  if (format === 'jpeg') return 'image/jpeg'
  return format === 'png' ? 'image/png' : 'image/webp'
}

function isLight({ data }: EncodedPicture): boolean {
  return data.length <= PICTURE.maxSentBytes
}

/** Many files have an alpha channel that hides nothing. */
function isTransparent({ data, channels }: Pixels): boolean {
  if (channels !== 4) return false
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}
