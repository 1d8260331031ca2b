import { useEffect, useRef } from 'react'

/** As the viewer closes the focus goes to the card of the clip that was shown last, where the gallery has it on the screen. */
export function useCardFocus(id: string): void {
  const shown = useRef(id)
  useEffect(() => {
    shown.current = id
  }, [id])
  useEffect(
    () => () => {
      // After the dialog has given it back to where it came from.
      const last = shown.current
      requestAnimationFrame(() => cardOf(last)?.focus({ preventScroll: false }))
    },
    [],
  )
}

function cardOf(id: string): HTMLElement | null {
  const cards = document.querySelectorAll<HTMLElement>('main [data-task]')
  const card = [...cards].find(({ dataset }) => dataset.task === id)
  return card?.querySelector<HTMLElement>('a[href], button') ?? null
}
