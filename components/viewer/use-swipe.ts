import { useRef, type TouchEvent } from 'react'

/** Pixels across before it is a swipe, and how much more across than down. */
const FAR = 60
const FLAT = 2

/** A finger that goes across: −1 to the right, towards what comes before, 1 to the left. */
export function useSwipe(onSwipe: (direction: -1 | 1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]
      const isControl = event.target instanceof Element && event.target.closest('input, select')
      start.current =
        touch && event.touches.length === 1 && !isControl
          ? { x: touch.clientX, y: touch.clientY }
          : null
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0]
      const from = start.current
      start.current = null
      if (!touch || !from) return
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
      if (Math.abs(x) >= FAR && Math.abs(x) >= FLAT * Math.abs(y)) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
