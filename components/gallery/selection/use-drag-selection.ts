import { useEffect, useEffectEvent } from 'react'
import type { DragField } from './drag-field'

/** A mouse that moves so far while it is pressed draws a rectangle; less is a click. */
const SLOP_PIXELS = 6

/**
 * The mouse, pressed anywhere on the clips or between them and moved, draws a rectangle that selects. It takes the place of dragging a
 * card's link away, which nobody wants of a gallery. A finger scrolls, as ever.
 */
export function useDragSelection(field: DragField): void {
  const { root } = field
  const begin = useEffectEvent((press: PointerEvent, at: PointerEvent) => {
    void import('./draw-selection').then(({ drawSelection }) => drawSelection(field, press, at))
  })
  useEffect(() => {
    if (!root) return
    const handlePress = (press: PointerEvent) => {
      if (press.button !== 0 || press.pointerType !== 'mouse' || isControl(press.target)) return
      const move = (at: PointerEvent) => {
        if (Math.hypot(at.clientX - press.clientX, at.clientY - press.clientY) < SLOP_PIXELS) return
        leave()
        begin(press, at)
      }
      const leave = () => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', leave)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', leave)
    }
    const keepCard = (event: DragEvent) => event.preventDefault()
    root.addEventListener('pointerdown', handlePress)
    root.addEventListener('dragstart', keepCard)
    return () => {
      root.removeEventListener('pointerdown', handlePress)
      root.removeEventListener('dragstart', keepCard)
    }
  }, [root])
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input, a[download]') !== null
}
