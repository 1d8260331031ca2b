import { useEffect, useState } from 'react'

export type FullScreen = { isOffered: boolean; isOn: boolean; toggle: () => void }

/** Fills the screen with a part of the page, controls and all. */
export function useFullScreen(element: HTMLElement | null): FullScreen {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    const look = () => setOn(element !== null && document.fullscreenElement === element)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [element])
  const toggle = () => {
    // Refused by the browser: the clip stays as large as it is.
    // A browser that refuses leaves everything as it is.
    if (isOn) void document.exitFullscreen().catch(() => undefined)
    else void element?.requestFullscreen().catch(() => undefined)
  }
  return { isOffered: typeof document !== 'undefined' && document.fullscreenEnabled, isOn, toggle }
}
