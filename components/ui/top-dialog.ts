import { useSyncExternalStore } from 'react'

/** Dialogs that are open, the topmost last. What lies outside of it cannot be reached. */
const open: HTMLDialogElement[] = []
const listeners = new Set<() => void>()

/** Says that a dialog is open; the answer says that it is not any more. */
export function noteOpenDialog(dialog: HTMLDialogElement): () => void {
  open.push(dialog)
  tell()
  return () => {
    open.splice(open.indexOf(dialog), 1)
    tell()
  }
}

export function useTopDialog(): HTMLDialogElement | null {
  return useSyncExternalStore(
    subscribe,
    () => open.at(-1) ?? null,
    () => null,
  )
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
