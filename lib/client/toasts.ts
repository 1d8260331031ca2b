import { useSyncExternalStore } from 'react'

/** A short word on what was just done, above every page. `undo` takes it back. */
export type Toast = {
  id: number
  text: string
  undo?: () => void | Promise<void>
  link?: { href: string; label: string }
  /** It was done and cannot be taken back: the key does not take back what was done before it. */
  isFinal?: boolean
  /** Something was done after it that stays: only its own button takes it back. */
  isPast?: boolean
  /** One of the same words that it stands for as well; comes back when this one is taken back. */
  earlier?: Toast
}

const NONE: readonly Toast[] = []
let toasts = NONE
let lastId = 0
const listeners = new Set<() => void>()

/** Says it; the newest is the last, and the only one with its words. */
export function addToast(toast: Pick<Toast, 'text' | 'undo' | 'link' | 'isFinal'>): void {
  lastId += 1
  const same = toasts.find(({ text }) => text === toast.text)
  const earlier = same?.undo && toast.undo ? same : undefined
  const others = toasts.filter((other) => other !== same)
  put([...(toast.isFinal ? others.map(asPast) : others), { ...toast, id: lastId, earlier }])
}

/** Seen long enough. What could be taken back by it stays, and with it all that was done before. */
export function removeToast(id: number): void {
  const isKept = toasts.some((toast) => toast.id === id && toast.undo)
  const others = toasts.filter((toast) => toast.id !== id)
  put(isKept ? others.map((toast) => (toast.id < id ? asPast(toast) : toast)) : others)
}

/** Takes back what it says. */
export function takeBack({ id, undo, earlier, isPast }: Toast): void {
  const others = toasts.filter((toast) => toast.id !== id)
  const back = earlier && [isPast ? asPast(earlier) : earlier]
  put([...others, ...(back ?? [])].toSorted((a, b) => a.id - b.id))
  void undo?.()
}

/** The one that the key takes back. */
export function lastDone(shown: readonly Toast[]): Toast | undefined {
  const newest = shown.findLast(({ undo }) => undo)
  return newest?.isPast ? undefined : newest
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  )
}

function asPast(toast: Toast): Toast {
  return { ...toast, isPast: true }
}

function put(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For tests: nothing of one stands in the next. */
export function clearToasts(): void {
  put(NONE)
}
