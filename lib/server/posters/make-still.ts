import type { Sharp } from 'sharp'

/** Pixels of the longer side: a card of the gallery is up to 270 high, twice that on a fine screen. */
export const STILL_SIDE = 480
const STILL_QUALITY = 68
/** Small enough to travel within the row (some 80 bytes), large enough to tell a face from a landscape. */
const BLUR_SIDE = 12
const BLUR_QUALITY = 20

export type Still = {
  data: Buffer
  /** The same in a few pixels, as a data address. */
  blur: string
}

/** Makes the small WebP that stands for a picture or a clip. Throws what the decoder throws. */
export async function makeStill(picture: Sharp): Promise<Still> {
  const data = await picture
    .resize({ width: STILL_SIDE, height: STILL_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: STILL_QUALITY })
    .toBuffer()
  const { openPicture } = await import('../images/open-picture')
  const few = await openPicture(data, 'error')
    .resize({ width: BLUR_SIDE, height: BLUR_SIDE, fit: 'inside' })
    .webp({ quality: BLUR_QUALITY, effort: 6 })
    .toBuffer()
  return { data, blur: `data:image/webp;base64,${few.toString('base64')}` }
}
