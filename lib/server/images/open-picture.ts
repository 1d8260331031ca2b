import sharp, { type Sharp } from 'sharp'
import { PICTURE } from '@/lib/shared/limits'

// Whatever a file claims to be, nothing but these three decoders ever sees it.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
})
// Every picture is decoded once: keeping what was decoded would only hold memory.
sharp.cache(false)
sharp.concurrency(1)

/** Seconds; a backstop behind the limits on pixels and passes. An honest picture of 50 megapixels needs about two. */
const TIME_LIMIT_SECONDS = 20

/** Reads the header only. The caller judges the size: no limit here, so that it can be named. */
export function openHeader(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: false })
}

/** A picture to decode, from its first to its last row, upright; damage is an error. sharp's own default is sRGB. */
export function openPicture(bytes: Buffer, failOn: 'warning' | 'error'): Sharp {
  return sharp(bytes, {
    failOn,
    limitInputPixels: PICTURE.maxDecodedPixels,
    sequentialRead: true,
    autoOrient: true,
  }).timeout({ seconds: TIME_LIMIT_SECONDS })
}

export type Pixels = { data: Buffer; width: number; height: number; channels: 3 | 4 }

export function openPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } }).timeout({ seconds: TIME_LIMIT_SECONDS })
}
