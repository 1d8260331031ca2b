type Options = { maxAgeMs: number; maxEntries: number; now?: () => number }

/**
 * Keeps the answers of a lookup for a short while: a player asks for the same clip many times a second. What was not found
 * is not kept, since it may be there in the next moment.
 */
export function remember<K, V>(
  look: (key: K) => Promise<V | null>,
  { maxAgeMs, maxEntries, now = Date.now }: Options,
): (key: K) => Promise<V | null> {
  const kept = new Map<K, { value: V; until: number }>()
  return async (key) => {
    const entry = kept.get(key)
    if (entry && entry.until > now()) return entry.value
    kept.delete(key)
    const value = await look(key)
    if (value === null) return null
    kept.set(key, { value, until: now() + maxAgeMs })
    const [oldest] = kept.keys()
    if (kept.size > maxEntries && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
