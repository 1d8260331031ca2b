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
    .toColourspace('srgb')
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
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = y * size.width + x
      const [r, g, b] = [rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0]
      const luma = matrix.red * r + green * g + matrix.blue * b
      bright.data[at] = Math.round(16 + (luma * 219) / 255)
    }
  }
  for (let y = 0; y < blueish.height; y++) {
    for (let x = 0; x < blueish.width; x++) {
      const [r, g, b] = meanOfFour(rgb, size.width, { x: x * 2, y: y * 2 })
      const luma = matrix.red * r + green * g + matrix.blue * b
      const at = y * blueish.width + x
      blueish.data[at] = Math.round(128 + (((b - luma) / (1 - matrix.blue)) * 112) / 255)
      reddish.data[at] = Math.round(128 + (((r - luma) / (1 - matrix.red)) * 112) / 255)
    }
  }
  return picture
}

function meanOfFour(
  rgb: Uint8Array,
  width: number,
  corner: { x: number; y: number },
): [number, number, number] {
  const upper = (corner.y * width + corner.x) * 3
  const lower = upper + width * 3
  const mean = (channel: number) =>
    ((rgb[upper + channel] ?? 0) +
      (rgb[upper + channel + 3] ?? 0) +
      (rgb[lower + channel] ?? 0) +
      (rgb[lower + channel + 3] ?? 0)) /
    4
  return [mean(0), mean(1), mean(2)]
}
