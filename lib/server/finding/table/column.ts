type Block = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array
type Kind = new (length: number) => Block

const FIRST_LENGTH = 1024

/** Numbers of one kind, one a row, in one block of memory that grows. */
export class Numbers {
  #values: Block

  constructor(readonly kind: Kind) {
    this.#values = new kind(FIRST_LENGTH)
  }

  /** As it is now: a row that comes later may move it elsewhere. */
  get values(): Block {
    return this.#values
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row + 1)
    this.#values[row] = value
  }

  #grow(least: number): void {
    const grown = new this.kind(Math.max(least, this.#values.length * 2))
    grown.set(this.#values)
    this.#values = grown
  }
}

/** Words as small numbers, so that a row needs a byte or two for each. */
export class Dictionary {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []

  /** The number of a word, a new one where it is not known yet. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.#words.length)
    return this.#words.push(word) - 1
  }

  /** Undefined for a word that no row has had. */
  find(word: string): number | undefined {
    return this.#numbers.get(word)
  }

  get words(): readonly string[] {
    return this.#words
  }
}
