import { useEffectEvent, useLayoutEffect, type RefObject } from 'react'

/** What a page may listen to as well: a picture that is dropped or pasted. */
const OF_THE_PAGE = ['drop', 'dragenter', 'dragover', 'dragleave', 'paste'] as const

/**
 * Opens a dialog above the page, with the focus at `data-first` where something has it, and keeps from the page what happens in it,
 * also the shortcut that sends a form. As it closes the focus goes back to where it came from.
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const handleClose = useEffectEvent(onClose)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const keep = (event: Event) => event.stopPropagation()
    const keepShortcut = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.stopPropagation()
    }
    // Its news comes late: by then the same element may be open again.
    const hear = () => !dialog.open && handleClose()
    for (const kind of OF_THE_PAGE) dialog.addEventListener(kind, keep)
    dialog.addEventListener('keydown', keepShortcut)
    dialog.addEventListener('close', hear)
    if (!dialog.open) dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first]')?.focus()
    tellOfChange()
    return () => {
      for (const kind of OF_THE_PAGE) dialog.removeEventListener(kind, keep)
      dialog.removeEventListener('keydown', keepShortcut)
      dialog.removeEventListener('close', hear)
      // While it is still there: only its own closing gives the focus back.
      dialog.close()
      tellOfChange()
    }
  }, [ref])
}

/** For what must lie in the topmost dialog to be reached. */
function tellOfChange(): void {
  document.dispatchEvent(new Event('dialogchange'))
}
