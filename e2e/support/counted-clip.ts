import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { indexFirst, openEncoder } from '@/lib/simulator/render/encode-h264'
import { mediaFiles } from './media-files'

const SIZE = { width: 560, height: 320 }
/** Stripes across, each a digit of the frame's number in twos: white is one. */
const STRIPES = 7
const [BLACK, WHITE, GREY] = [16, 235, 128]

/** A real clip in which every frame shows its own number. */
export async function countedClip(frames: number): Promise<Uint8Array> {
  const encoder = await openEncoder(SIZE)
  for (let number = 0; number < frames; number += 1) encoder.addFrame(stripes(number))
  return indexFirst(encoder.finish(), { height: SIZE.height, sound: null })
}

function stripes(number: number): Uint8Array {
  const { width, height } = SIZE
  const yuv = new Uint8Array((width * height * 3) / 2).fill(GREY, width * height)
  for (let at = 0; at < width * height; at += 1) {
    const stripe = Math.floor(((at % width) * STRIPES) / width)
    yuv[at] = (number >> stripe) & 1 ? WHITE : BLACK
  }
  return yuv
}

/** The number that a picture of such a clip shows, and its size. */
export async function readNumber(picture: ArrayBuffer) {
  const { data, info } = await sharp(Buffer.from(picture))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const middle = Math.floor(info.height / 2) * info.width
  const digits = Array.from({ length: STRIPES }, (_, stripe) => {
    const across = Math.floor(((stripe + 0.5) * info.width) / STRIPES)
    return (data[middle + across] ?? 0) > 128 ? 1 << stripe : 0
  })
  const number = digits.reduce((sum, digit) => sum + digit, 0)
  return { number, width: info.width, height: info.height }
}

/** Puts it where the studio has the clip with this hash: what is played then is not what was made. */
export function putInPlace(studio: { dataDir: string }, sha256: string, clip: Uint8Array): void {
  const file = mediaFiles(studio.dataDir).find((name) => name.endsWith(`${sha256}.mp4`))
  if (!file) throw new Error('there is no such clip')
  const place = path.join(studio.dataDir, 'media', file)
  rmSync(place)
  writeFileSync(place, clip)
}
