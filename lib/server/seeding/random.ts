/** Numbers from 0 to below 1, the same row for the same seed: mulberry32. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `least` to `most`, both among them. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** Throws where there is nothing to pick from. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** The first ones far more often than the last, as with words and tags. */
export function pickUneven<T>(random: Random, items: readonly T[]): T {
  return pick(() => random() ** 2.5, items)
}

export function bytesOf(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}
