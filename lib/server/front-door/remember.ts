type Options = { maxAgeMs: number; maxEntries: number; now?: () => number }

/**
 * Keeps what a lookup found for a short while. What it did not find is not kept, since that may be there in the next
 * moment.
 */
export function remember<T>(
  look: (name: string) => Promise<T | null>,
  { maxAgeMs, maxEntries, now = Date.now }: Options,
): (name: string) => Promise<T | null> {
  const kept = new Map<string, { value: T; until: number }>()
  return async (name) => {
    const entry = kept.get(name)
    if (entry && entry.until > now()) return entry.value
    kept.delete(name)
    const value = await look(name)
    if (value === null) return null
    kept.set(name, { value, until: now() + maxAgeMs })
    const [oldest] = kept.keys()
    if (kept.size > maxEntries && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
