export interface LinkFaults {
  /** The link with this mark answers 404 the next so many times. */
  set: (mark: string, times: number) => void
  /** Whether the link answers 404 this time; counts down. */
  take: (mark: string) => boolean
}

/** Links that a scenario made dead or late when it gave them away. In memory only. */
export function createLinkFaults(): LinkFaults {
  const open = new Map<string, number>()
  return {
    set: (mark, times) => {
      open.set(mark, times)
    },
    take: (mark) => {
      const left = open.get(mark) ?? 0
      if (left > 0) open.set(mark, left - 1)
      return left > 0
    },
  }
}
