import { useEffect, useState } from 'react'

const NEARING = ['pointerover', 'focusin', 'touchstart'] as const

/** Whether a clip has been pointed at or reached by keyboard. */
export function useIsNear(): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (isNear) return
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[data-task]')) setNear(true)
    }
    for (const event of NEARING) document.addEventListener(event, look, { passive: true })
    return () => {
      for (const event of NEARING) document.removeEventListener(event, look)
    }
  }, [isNear])
  return isNear
}
