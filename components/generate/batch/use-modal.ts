import { useEffect, type RefObject } from 'react'

/** What the page behind listens to as well: a picture that is dropped or pasted, and the shortcut that sends the form. */
const OURS = ['drop', 'dragenter', 'dragover', 'dragleave', 'paste'] as const

/** Opens the dialog above the page, and keeps from the page what happens in it. */
export function useModal(ref: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const keep = (event: Event) => event.stopPropagation()
    const keepShortcut = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.stopPropagation()
    }
    for (const kind of OURS) dialog.addEventListener(kind, keep)
    dialog.addEventListener('keydown', keepShortcut)
    if (!dialog.open) dialog.showModal()
    return () => {
      for (const kind of OURS) dialog.removeEventListener(kind, keep)
      dialog.removeEventListener('keydown', keepShortcut)
    }
  }, [ref])
}
