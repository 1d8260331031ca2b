import { hasFields } from '@/lib/shared/has-fields'
import { parseJson } from '../parse-json'

const STORAGE_KEY = 'studio.told'
/** The stream may pass to another tab, which hears the last events once more. */
const SAME_MS = 60_000

type Told = { key: string; at: number }

/** True for the first tab of this browser that wants to tell it, within a minute. */
export function claimNotice(key: string, now = Date.now()): boolean {
  const recent = readTold().filter(({ at }) => Math.abs(now - at) < SAME_MS)
  if (recent.some((told) => told.key === key)) return false
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify([...recent, { key, at: now }]))
  } catch {
    // Forbidden or full: told twice at worst.
  }
  return true
}

function readTold(): Told[] {
  try {
    const stored = parseJson(window.localStorage.getItem(STORAGE_KEY) ?? '')
    return Array.isArray(stored) ? stored.filter(isTold) : []
  } catch {
    return []
  }
}

function isTold(value: unknown): value is Told {
  return hasFields(value, { key: 'string', at: 'number' })
}
