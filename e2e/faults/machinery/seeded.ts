import { createHash } from 'node:crypto'

/** Numbers from 0 to below 1, the same row for the same seed: mulberry32, which has 32 bits of state and needs no package. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The numbers of one test of a run: they are the same whichever other tests run beside it. */
export function randomOf(seed: number, id: string): () => number {
  return mulberry32(createHash('sha256').update(`${seed} ${id}`).digest().readUInt32LE(0))
}

/** A whole number from `least` to `most`, both among them. */
export function whole(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

export function pick<T>(random: () => number, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

/** The items in another order. */
export function shuffled<T>(random: () => number, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
