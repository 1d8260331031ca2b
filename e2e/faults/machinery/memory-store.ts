import type { TextStore } from '@/lib/client/draft-store'

/** A browser's storage, for a page that is played here. */
export function memoryStore(): TextStore {
  const items = new Map<string, string>()
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}
