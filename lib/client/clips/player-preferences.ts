import { hasFields } from '@/lib/shared/has-fields'
import { parseJson } from '../parse-json'

const NAME = 'studio.player'

/** How a person likes clips to be played, on this browser. */
export type PlayerPreferences = {
  /** 0 to 1. */
  volume: number
  isMuted: boolean
  isLooped: boolean
}

/** Clips are short: they begin again by themselves. */
const AT_FIRST: PlayerPreferences = { volume: 1, isMuted: false, isLooped: true }
const SHAPE = { volume: 'number', isMuted: 'boolean', isLooped: 'boolean' } as const

export function readPlayerPreferences(): PlayerPreferences {
  try {
    const stored = parseJson(window.localStorage.getItem(NAME) ?? '')
    return hasFields(stored, SHAPE) && stored.volume >= 0 && stored.volume <= 1 ? stored : AT_FIRST
  } catch {
    return AT_FIRST // the browser forbids storage
  }
}

export function keepPlayerPreferences(preferences: PlayerPreferences): void {
  try {
    window.localStorage.setItem(NAME, JSON.stringify(preferences))
  } catch {
    // Full or forbidden: it lasts as long as the page.
  }
}
