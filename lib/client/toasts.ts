import { useSyncExternalStore } from 'react'

/** A short word on what was just done, above every page. `undo` takes it back. */
export type Toast = {
  id: number
  text: string
  undo?: () => void | Promise<void>
  link?: { href: string; label: string }
}

const NONE: readonly Toast[] = []
let toasts = NONE
let lastId = 0
const listeners = new Set<() => void>()

/** Says it; the newest is the last. */
export function addToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  put([...toasts, { ...toast, id: lastId }])
}

export function removeToast(id: number): void {
  put(toasts.filter((toast) => toast.id !== id))
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  )
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
