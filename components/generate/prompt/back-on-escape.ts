import type { KeyboardEvent } from 'react'

/** Esc goes back one step and not out of the dialog; an input method's own Esc is left to it. */
export function backOnEscape(onBack: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onBack()
  }
}
