import { MODES } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import type { IndexRow } from '../index-row'
import { Dictionary, Numbers } from './column'

export const NO_SEED = -1
export const NO_ROW = -1

/**
 * What is known of every task, in columns of numbers: a hundred thousand are looked through in a few milliseconds and take some
 * 15 MB. Rows are in no order; `byId` has them in that of their ids. Words are not in it (store/read-index.ts has those).
 */
export class Table {
  readonly ids: string[] = []
  readonly createdAt = new Numbers(Float64Array)
  readonly status = new Numbers(Uint8Array)
  readonly mode = new Numbers(Uint8Array)
  readonly model = new Numbers(Uint16Array)
  readonly resolution = new Numbers(Uint16Array)
  readonly seconds = new Numbers(Uint16Array)
  readonly style = new Numbers(Uint16Array)
  readonly camera = new Numbers(Uint16Array)
  readonly seed = new Numbers(Float64Array)
  readonly rating = new Numbers(Uint8Array)
  readonly isFavorite = new Numbers(Uint8Array)
  readonly hasSound = new Numbers(Uint8Array)
  readonly isRemixed = new Numbers(Uint8Array)
  readonly isTrash = new Numbers(Uint8Array)
  readonly isGone = new Numbers(Uint8Array)
  readonly ratio = new Numbers(Uint16Array)
  readonly durationMs = new Numbers(Uint32Array)
  readonly tags = new Numbers(Uint32Array)
  readonly collections = new Numbers(Uint32Array)

  /** Of models, resolutions, styles and cameras; what a task has none of is ''. */
  readonly words = new Dictionary()
  /** Which tags, or collections, a row has: most rows share theirs with others. */
  readonly sets = new Sets()
  /** Rises with every change, so that what was worked out is known to be old. */
  version = 0

  /** By their numbers in the full-text index, one higher. */
  readonly #rowByNumber = new Numbers(Int32Array)
  #byId = new Uint32Array(1024)

  get count(): number {
    return this.ids.length
  }

  get byId(): Uint32Array {
    return this.#byId.subarray(0, this.count)
  }

  /** The row of an id; NO_ROW where there is none. */
  find(id: string): number {
    const place = this.placeOf(id)
    const row = this.byId[place]
    return row !== undefined && this.ids[row] === id ? row : NO_ROW
  }

  /** How many ids come before this one. */
  placeOf(id: string): number {
    let [from, until] = [0, this.count]
    while (from < until) {
      const middle = (from + until) >>> 1
      if ((this.ids[this.#byId[middle] ?? 0] ?? '') < id) from = middle + 1
      else until = middle
    }
    return from
  }

  rowOfNumber(n: number): number {
    return (this.#rowByNumber.values[n] ?? 0) - 1
  }

  /** `n` is null for one that the full-text index does not have yet. */
  put(row: IndexRow, n: number | null): number {
    const at = this.#rowFor(row.id)
    this.createdAt.set(at, row.createdAt)
    this.status.set(at, TASK_STATUSES.indexOf(row.status))
    this.mode.set(at, MODES.indexOf(row.mode))
    this.model.set(at, this.words.numberOf(row.model))
    this.resolution.set(at, this.words.numberOf(row.resolution))
    this.seconds.set(at, row.seconds)
    this.style.set(at, this.words.numberOf(row.style ?? ''))
    this.camera.set(at, this.words.numberOf(row.camera ?? ''))
    this.seed.set(at, row.seed ?? NO_SEED)
    this.rating.set(at, row.rating)
    this.isFavorite.set(at, Number(row.isFavorite))
    this.hasSound.set(at, Number(row.hasSound))
    this.isRemixed.set(at, Number(row.isRemixed))
    this.isTrash.set(at, Number(row.isTrash))
    this.isGone.set(at, Number(row.isGone))
    this.ratio.set(at, row.ratio)
    this.durationMs.set(at, row.durationMs)
    this.tags.set(at, this.sets.numberOf(row.tags))
    this.collections.set(at, this.sets.numberOf(row.collections))
    if (n !== null) this.#rowByNumber.set(n, at + 1)
    this.version += 1
    return at
  }

  #rowFor(id: string): number {
    const place = this.placeOf(id)
    const known = this.byId[place]
    if (known !== undefined && this.ids[known] === id) return known
    if (this.#byId.length === this.count) {
      const grown = new Uint32Array(this.count * 2)
      grown.set(this.#byId)
      this.#byId = grown
    }
    // Nearly always at the end: ids rise with time.
    this.#byId.copyWithin(place + 1, place, this.count)
    this.#byId[place] = this.ids.length
    return this.ids.push(id) - 1
  }
}

/** Sets of words as numbers. */
export class Sets {
  readonly words = new Dictionary()
  readonly #keys = new Dictionary()
  readonly #sets: (readonly number[])[] = []

  numberOf(words: readonly string[]): number {
    const numbers = words.map((word) => this.words.numberOf(word)).sort((a, b) => a - b)
    const number = this.#keys.numberOf(numbers.join())
    this.#sets[number] ??= numbers
    return number
  }

  get count(): number {
    return this.#sets.length
  }

  /** The numbers of the words in it. */
  at(number: number): readonly number[] {
    return this.#sets[number] ?? []
  }

  /** For every set whether it has this word. */
  having(word: string): Uint8Array {
    const wanted = this.words.find(word)
    return Uint8Array.from(this.#sets, (set) =>
      wanted !== undefined && set.includes(wanted) ? 1 : 0,
    )
  }
}
