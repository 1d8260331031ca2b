import type { Named } from './mentions'

/** Of so many letters one may be wrong. */
const LETTERS_A_MISTAKE = 3

/** The name of the reference that was most likely meant by a word; null where none is like it. */
export function nearest(word: string, references: readonly Named[]): string | null {
  const [best] = references
    .filter(({ refName }) => refName !== '')
    .flatMap(({ refName, label }) => [
      { refName, mistakes: mistakesIn(word, refName), of: refName },
      // A Chinese word goes on without a space: as much of it as the label has.
      { refName, mistakes: mistakesIn(word, label), of: label },
      { refName, mistakes: mistakesIn(word.slice(0, label.length), label), of: label },
    ])
    .filter(
      ({ mistakes, of }) => mistakes <= Math.max(1, Math.floor(of.length / LETTERS_A_MISTAKE)),
    )
    .filter(({ mistakes, of }) => mistakes < of.length)
    .toSorted((a, b) => a.mistakes - b.mistakes)
  return best?.refName ?? null
}

function mistakesIn(word: string, name: string): number {
  return distance(word.toLowerCase(), name.toLowerCase())
}

/** Letters to add, drop, change, or swap with the next one, to make one word of the other. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1)
      const swapped = isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
