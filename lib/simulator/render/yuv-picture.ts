import sharp from 'sharp'
import type { Plane } from './frame-sampler'

/** The three channels that H.264 stores: brightness in full, the two of colour at half the size. */
export interface YuvPicture {
  planes: readonly [Plane, Plane, Plane]
}

/** Parts of red, green and blue that make the brightness. */
export interface ColourMatrix {
  red: number
  blue: number
}

/**
 * Players take a picture of unknown origin for SD below 720 lines and for HD from there on; clips
 * are made, and marked, as they would guess.
 */
export function colourMatrix(height: number): ColourMatrix & { name: 'smpte170m' | 'bt709' } {
  return height < 720
    ? { name: 'smpte170m', red: 0.299, blue: 0.114 }
    : { name: 'bt709', red: 0.2126, blue: 0.0722 }
}

export function emptyYuv(width: number, height: number, bytes?: Uint8Array): YuvPicture {
  const data = bytes ?? new Uint8Array((width * height * 3) / 2)
  const [full, quarter] = [width * height, (width * height) / 4]
  const half = { width: width / 2, height: height / 2 }
  return {
    planes: [
      { data: data.subarray(0, full), width, height },
      { data: data.subarray(full, full + quarter), ...half },
      { data: data.subarray(full + quarter), ...half },
    ],
  }
}

/** Reads a picture file at the given (even) size in pixels, turned upright and cut to fit. */
export async function loadYuv(
  file: string,
  size: { width: number; height: number },
  matrix: ColourMatrix,
): Promise<YuvPicture> {
  const rgb = await sharp(file)
    .autoOrient()
    .resize(size.width, size.height, { fit: 'cover' })
    .flatten({ background: 'white' })
    .raw()
    .toBuffer()
  return toYuv(rgb, size, matrix)
}

/** Limited range, as video has it: black is 16, white 235. */
export function toYuv(
  rgb: Uint8Array,
  size: { width: number; height: number },
  matrix: ColourMatrix,
): YuvPicture {
  const picture = emptyYuv(size.width, size.height)
  const [bright, blueish, reddish] = picture.planes
  const green = 1 - matrix.red - matrix.blue
  for (let at = 0; at < bright.data.length; at++) {
    const luma =
      matrix.red * (rgb[at * 3] ?? 0) +
      green * (rgb[at * 3 + 1] ?? 0) +
      matrix.blue * (rgb[at * 3 + 2] ?? 0)
    bright.data[at] = Math.round(16 + (luma * 219) / 255)
  }
  for (let y = 0; y < blueish.height; y++) {
    for (let x = 0; x < blueish.width; x++) {
      const corner = (y * 2 * size.width + x * 2) * 3
      const r = meanOfFour(rgb, corner, size.width)
      const b = meanOfFour(rgb, corner + 2, size.width)
      const luma =
        matrix.red * r + green * meanOfFour(rgb, corner + 1, size.width) + matrix.blue * b
      const at = y * blueish.width + x
      blueish.data[at] = Math.round(128 + (((b - luma) / (1 - matrix.blue)) * 112) / 255)
      reddish.data[at] = Math.round(128 + (((r - luma) / (1 - matrix.red)) * 112) / 255)
    }
  }
  return picture
}

/** One channel of the two by two pixels whose first value is at `corner`. */
function meanOfFour(rgb: Uint8Array, corner: number, width: number): number {
  const below = corner + width * 3
  const upper = (rgb[corner] ?? 0) + (rgb[corner + 3] ?? 0)
  return (upper + (rgb[below] ?? 0) + (rgb[below + 3] ?? 0)) / 4
}
