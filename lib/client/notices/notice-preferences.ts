import { useSyncExternalStore } from 'react'
import { hasFields } from '@/lib/shared/has-fields'
import { parseJson } from '../parse-json'

export const NOTICE_KINDS = ['tab', 'browser', 'sound'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
/** How this browser tells that a clip is done. */
export type NoticeChoice = Record<NoticeKind, boolean>

const STORAGE_KEY = 'studio.notices'
/** The title asks nobody and wakes nobody. */
const DEFAULT: NoticeChoice = { tab: true, browser: false, sound: false }

const listeners = new Set<() => void>()
let known: { text: string | null; choice: NoticeChoice } = { text: null, choice: DEFAULT }

export function readNotices(): NoticeChoice {
  const text = readText()
  // The same object while nothing changed: React compares by it.
  if (text !== known.text) known = { text, choice: readChoice(text) }
  return known.choice
}

export function isNoticeWanted(): boolean {
  return NOTICE_KINDS.some((kind) => readNotices()[kind])
}

export function chooseNotice(kind: NoticeKind, isOn: boolean): void {
  const text = JSON.stringify({ ...readNotices(), [kind]: isOn })
  try {
    window.localStorage.setItem(STORAGE_KEY, text)
  } catch {
    // Forbidden: it holds as long as the page.
    known = { text: readText(), choice: readChoice(text) }
  }
  for (const listener of listeners) listener()
}

export function useNotices(): NoticeChoice {
  return useSyncExternalStore(subscribe, readNotices, () => DEFAULT)
}

function readText(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

function readChoice(text: string | null): NoticeChoice {
  const stored = parseJson(text ?? '')
  const isKnown = hasFields(stored, { tab: 'boolean', browser: 'boolean', sound: 'boolean' })
  return isKnown ? stored : DEFAULT
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Of the other tabs.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
