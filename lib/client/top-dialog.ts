import { useSyncExternalStore } from 'react'

/** Sent to the document by whoever opens or closes a dialog (components/ui/modal.tsx): the browser tells of neither. */
const CHANGE = 'dialogchange'

/** The dialog that lies on top: what is outside of it can be neither pressed nor heard. */
export function useTopDialog(): Element | null {
  return useSyncExternalStore(
    subscribe,
    () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? null,
    () => null,
  )
}

function subscribe(listener: () => void): () => void {
  document.addEventListener(CHANGE, listener)
  return () => document.removeEventListener(CHANGE, listener)
}
