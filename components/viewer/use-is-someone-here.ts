import { useEffect, useState } from 'react'

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

/** Whether somebody has done anything in this page yet: what they may want next is not fetched for a page that is only loaded. */
export function useIsSomeoneHere(): boolean {
  const [isHere, setHere] = useState(false)
  useEffect(() => {
    if (isHere) return
    const note = () => setHere(true)
    for (const sign of SIGNS) window.addEventListener(sign, note, { once: true, passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note)
    }
  }, [isHere])
  return isHere
}
