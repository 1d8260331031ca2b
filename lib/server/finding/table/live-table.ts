import { setImmediate as nextTurn } from 'node:timers/promises'
import { Mutex } from 'async-mutex'
import {
  changedSince,
  numbersOf,
  readState,
  rowsAfter,
  rowsSince,
  type IndexState,
} from '../store/read-index'
import { Table } from './table'

/** Rows that are loaded before others have their turn. */
const LOADED_AT_A_TIME = 2_000
/** Of what changed and is not in the index yet, an answer waits for so many: after a change of ten thousand it may be a second behind. */
const CHANGES_MOST = 2_000
const CHANGES_AT_A_TIME = 200
const QUESTIONS_KEPT = 16

/**
 * The table of this process, kept true: before every answer it takes in what the index took in since, in whatever process, and
 * what has changed but is not in the index yet. So whoever changed something finds it changed.
 */
export class LiveTable {
  table = new Table()
  /** Words of rows that the full-text index does not know as they are now. */
  readonly pending = new Map<number, string>()
  readonly #mutex = new Mutex()
  readonly #answers = new Map<string, { stamp: number; numbers: readonly number[] }>()
  #made = -1
  #stamp = -1
  #seen = 0

  /** False while the index is still being filled. */
  async catchUp(): Promise<boolean> {
    return this.#mutex.runExclusive(async () => {
      const state = await readState()
      if (state?.fillBefore !== null) return false
      if (state.made !== this.#made) await this.#load(state)
      else if (state.stamp > this.#stamp) await this.#takeIn(state)
      if (state.lastChange > this.#seen) await this.#readChanges()
      return true
    })
  }

  /** Which rows answer a question to the full-text index (fold-words.ts): a byte a row. */
  async rowsAnswering(question: string, matches: (text: string) => boolean): Promise<Uint8Array> {
    const numbers = await this.#numbersOf(question)
    const rows = new Uint8Array(this.table.count)
    for (const n of numbers) {
      const row = this.table.rowOfNumber(n)
      if (row >= 0) rows[row] = 1
    }
    for (const [row, text] of this.pending) rows[row] = Number(matches(text))
    return rows
  }

  async #numbersOf(question: string): Promise<readonly number[]> {
    for (;;) {
      const stamp = this.#stamp
      const known = this.#answers.get(question)
      if (known?.stamp === stamp) return known.numbers
      const numbers = await numbersOf(question)
      if (stamp !== this.#stamp) continue // meanwhile words that were pending went where this did not look
      this.#answers.set(question, { stamp, numbers })
      const [oldest] = this.#answers.keys()
      if (this.#answers.size > QUESTIONS_KEPT && oldest !== undefined) this.#answers.delete(oldest)
      return numbers
    }
  }

  async #load(state: IndexState): Promise<void> {
    const table = new Table()
    for (let after = ''; ;) {
      const rows = await rowsAfter(after, LOADED_AT_A_TIME)
      for (const { n, row } of rows) table.put(row, n)
      const last = rows.at(-1)
      if (!last || rows.length < LOADED_AT_A_TIME) break
      after = last.row.id
      await nextTurn()
    }
    this.pending.clear()
    this.#answers.clear()
    this.#seen = 0
    // What came in while it was read has a higher stamp, and is taken in the next time.
    this.#stamp = state.stamp
    this.#made = state.made
    this.table = table
  }

  async #takeIn(state: IndexState): Promise<void> {
    for (const { n, row } of await rowsSince(this.#stamp))
      this.pending.delete(this.table.put(row, n))
    this.#stamp = state.stamp
  }

  async #readChanges(): Promise<void> {
    for (let read = 0; read < CHANGES_MOST; read += CHANGES_AT_A_TIME) {
      const { sources, seq } = await changedSince(this.#seen, CHANGES_AT_A_TIME)
      for (const { row, text } of sources) this.pending.set(this.table.put(row, null), text)
      const isAll = seq === this.#seen || sources.length === 0
      this.#seen = seq
      if (isAll) return
      await nextTurn()
    }
  }
}

const KEY = Symbol.for('aisphere-studio.live-table')
const shared: typeof globalThis & { [KEY]?: LiveTable } = globalThis

/** The one table of this process: the front door and Next's bundles hold separate copies of this module. */
export function liveTable(): LiveTable {
  return (shared[KEY] ??= new LiveTable())
}

/** Forgets what is known; for tests, which have a database each. */
export function forgetTable(): void {
  delete shared[KEY]
}
