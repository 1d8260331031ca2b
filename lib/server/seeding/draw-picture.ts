import sharp, { type Sharp } from 'sharp'
import { whole, type Random } from './random'
import { sizeOf, type Scene } from './scenes'

type Size = { width: number; height: number }
type Photograph = Size & { data: Buffer }

/** Read once: decoding is the most of the work. */
const photographs = new Map<string, Promise<Photograph>>()

/** So much larger is what is turned than what is cut from it: no corner stays empty. */
const OVERLAP = 1.18

/** Part of the scene's photograph: cropped, turned and tinted by chance, so that no two look alike. */
export async function drawPicture(random: Random, scene: Scene, longest: number): Promise<Sharp> {
  const { width, height } = sizeOf(scene.ratio, { longest })
  const { data, ...size } = await photographOf(scene)
  const degrees = whole(random, -4, 4)
  const cut = await sharp(data, { raw: { ...size, channels: 3 } })
    .extract(cropOf(random, size, scene.ratio))
    .resize(Math.round(width * OVERLAP), Math.round(height * OVERLAP), {
      fit: 'fill',
      kernel: 'linear',
    })
    .flop(random() < 0.5)
    .recomb(tintOf(random))
    .rotate(degrees, { background: '#202020' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info } = cut
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return sharp(cut.data, { raw }).extract({
    left: Math.floor((info.width - width) / 2),
    top: Math.floor((info.height - height) / 2),
    width,
    height,
  })
}

function photographOf({ photograph }: Scene): Promise<Photograph> {
  const known = photographs.get(photograph)
  if (known) return known
  const read = sharp(photograph)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ data, width: info.width, height: info.height }))
  photographs.set(photograph, read)
  return read
}

function cropOf(random: Random, size: Size, ratio: number) {
  const largest = Math.min(size.width, size.height * ratio)
  const width = Math.floor(largest * (0.55 + random() * 0.45))
  const height = Math.min(size.height, Math.max(1, Math.floor(width / ratio)))
  return {
    left: whole(random, 0, size.width - width),
    top: whole(random, 0, size.height - height),
    width,
    height,
  }
}

/** Each colour takes a little of the others. */
function tintOf(random: Random): [Row, Row, Row] {
  const near = (middle: number) => middle + (random() - 0.5) * 0.5
  const row = (place: number): Row => [
    near(place === 0 ? 0.85 : 0.08),
    near(place === 1 ? 0.85 : 0.08),
    near(place === 2 ? 0.85 : 0.08),
  ]
  return [row(0), row(1), row(2)]
}
type Row = [number, number, number]

/** The same in a few pixels, as a data address. */
export async function blurOf(webp: Uint8Array): Promise<string> {
  const tiny = await sharp(webp)
    .resize(8, 8, { fit: 'inside' })
    .webp({ quality: 20, alphaQuality: 0 })
    .toBuffer()
  return `data:image/webp;base64,${tiny.toString('base64')}`
}
