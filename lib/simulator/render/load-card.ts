import sharp from 'sharp'
import type { Place } from './card-layout'
import type { Plane } from './frame-sampler'
import { toYuv, type ColourMatrix, type YuvPicture } from './yuv-picture'

/** A picture with soft round corners and a shadow, and how opaque it is where. */
export interface Card {
  picture: YuvPicture
  alpha: Plane
}

/** Cards are kept larger than they are shown, so that they stay sharp while they move. */
const CARD_SCALE = 1.5
const SHADOW = 0.45

/** Fills the place with its margin. */
export async function loadCard(file: string, place: Place, matrix: ColourMatrix): Promise<Card> {
  const even = (side: number) => Math.round((side * CARD_SCALE) / 2) * 2
  const size = { width: even(place.width), height: even(place.height) }
  const inner = { width: even(place.card.width), height: even(place.card.height) }
  const left = Math.round((size.width - inner.width) / 2)
  const top = Math.round((size.height - inner.height) / 2)
  const feather = Math.max(1, Math.min(left, top) * 0.08)
  const shape = { ...inner, feather }
  const picture = await sharp(file)
    .autoOrient()
    .resize(inner.width, inner.height, { fit: 'cover' })
    .flatten({ background: 'white' })
    .ensureAlpha()
    .composite([{ input: rounded(shape, 1), blend: 'dest-in' }])
    .png({ compressionLevel: 0 })
    .toBuffer()
  const shadow = {
    ...size,
    left,
    top: top + feather * 2,
    inner,
    feather: Math.min(left, top) * 0.3,
  }
  const rgba = await sharp(shadowPicture(shadow))
    .composite([{ input: picture, left, top }])
    .raw()
    .toBuffer()
  return separate(rgba, size, matrix)
}

function rounded(
  shape: { width: number; height: number; feather: number },
  opacity: number,
): Buffer {
  const { width, height, feather } = shape
  const inset = feather * 2
  const radius = Math.min(width, height) * 0.06
  return svg(
    { width, height },
    `<filter id="f" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${feather}"/></filter>` +
      `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${radius}" ` +
      `fill-opacity="${opacity}" filter="url(#f)"/>`,
  )
}

/** Black: what lies under it becomes darker. */
function shadowPicture(options: {
  width: number
  height: number
  left: number
  top: number
  inner: { width: number; height: number }
  feather: number
}): Buffer {
  const { width, height, left, top, inner, feather } = options
  return svg(
    { width, height },
    `<filter id="f" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${feather}"/></filter>` +
      `<rect x="${left}" y="${top}" width="${inner.width}" height="${inner.height}" fill-opacity="${SHADOW}" filter="url(#f)"/>`,
  )
}

function svg({ width, height }: { width: number; height: number }, content: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
  )
}

function separate(
  rgba: Uint8Array,
  size: { width: number; height: number },
  matrix: ColourMatrix,
): Card {
  const pixels = size.width * size.height
  const rgb = new Uint8Array(pixels * 3)
  const alpha = new Uint8Array(pixels)
  for (let at = 0; at < pixels; at++) {
    rgb[at * 3] = rgba[at * 4] ?? 0
    rgb[at * 3 + 1] = rgba[at * 4 + 1] ?? 0
    rgb[at * 3 + 2] = rgba[at * 4 + 2] ?? 0
    alpha[at] = rgba[at * 4 + 3] ?? 0
  }
  return { picture: toYuv(rgb, size, matrix), alpha: { data: alpha, ...size } }
}
