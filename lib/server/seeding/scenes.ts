import { existsSync } from 'node:fs'
import path from 'node:path'

/** The ratios that clips come in, as width to height. */
const RATIOS = [
  [16, 9],
  [9, 16],
  [1, 1],
  [4, 3],
  [3, 4],
  [3, 2],
  [2, 3],
  [21, 9],
] as const
const SECONDS = [5, 8, 10] as const

/** Photographs of the repository; those of the tests are in a checkout only. */
const PHOTOGRAPHS = [
  'public/examples/coffee.webp',
  'public/examples/rocket.webp',
  'e2e/fixtures/astronaut.png',
  'e2e/fixtures/chelsea.png',
]

/** What one clip and the stills and pictures that go with it have in common. */
export type Scene = {
  number: number
  photograph: string
  /** Width over height. */
  ratio: number
  seconds: number
}

export function allScenes(): Scene[] {
  const photographs = PHOTOGRAPHS.map((file) => path.resolve(file)).filter((file) =>
    existsSync(file),
  )
  return RATIOS.flatMap(([width, height], row) =>
    SECONDS.map((seconds, column) => {
      const photograph = photographs[(row + column) % photographs.length]
      if (photograph === undefined) throw new Error('public/examples is not there')
      const number = row * SECONDS.length + column
      return { number, photograph, ratio: width / height, seconds }
    }),
  )
}

/** Pixels with this ratio and this longest or shortest side, both even. */
export function sizeOf(ratio: number, side: { longest: number } | { shortest: number }) {
  const even = (pixels: number) => Math.round(pixels / 2) * 2
  const isWide = ratio >= 1
  const stretch = isWide ? ratio : 1 / ratio
  const long = even('longest' in side ? side.longest : side.shortest * stretch)
  const short = even('longest' in side ? side.longest / stretch : side.shortest)
  return isWide ? { width: long, height: short } : { width: short, height: long }
}
