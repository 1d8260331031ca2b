import { useEffect, useState } from 'react'

/** Long enough to read what a control says. */
const IDLE_MS = 2_500

/** Whether nobody has reached for the controls for a while. They stay for as long as one of them has the focus by keyboard. */
export function useIdle(stage: HTMLElement | null, isWanted: boolean): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!stage || !isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = () => setIdle(!stage.querySelector(':focus-visible'))
    const wake = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(rest, IDLE_MS)
    }
    wake()
    for (const event of EVENTS) stage.addEventListener(event, wake)
    return () => {
      clearTimeout(timer)
      for (const event of EVENTS) stage.removeEventListener(event, wake)
      setIdle(false)
    }
  }, [stage, isWanted])
  return isIdle && isWanted
}

const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const
