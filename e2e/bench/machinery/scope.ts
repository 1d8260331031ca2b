type Undo = () => unknown

const open = new Set<Scope>()

/** What must be stopped and removed again, last first. */
export class Scope {
  readonly #undos: Undo[] = []

  constructor() {
    open.add(this)
  }

  defer(undo: Undo): void {
    this.#undos.push(undo)
  }

  /** Undoes everything, also after one undoing that failed; that one's error is thrown at the end. */
  async end(): Promise<void> {
    open.delete(this)
    const errors: unknown[] = []
    for (let undo = this.#undos.pop(); undo; undo = this.#undos.pop()) {
      try {
        await undo()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw errors[0]
  }
}

/** For a signal: ends the scopes that are still open. */
export async function endAllScopes(): Promise<void> {
  await Promise.allSettled([...open].map((scope) => scope.end()))
}
