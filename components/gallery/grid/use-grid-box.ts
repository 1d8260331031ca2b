import { useLayoutEffect, useState } from 'react'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import type { Box } from '@/lib/client/gallery/row-layout'

/** The list's measures: its width, and the row and gap that globals.css gives it. Null on the server and while hydrating. */
export function useGridBox(list: HTMLElement | null, view: GalleryView): Box | null {
  const [measured, setMeasured] = useState<(Box & { view: GalleryView }) | null>(null)
  useLayoutEffect(() => {
    if (!list) return
    const measure = () => {
      const box = { ...readBox(list), view }
      setMeasured((known) => (known && isSame(known, box) ? known : box))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    // The row's height depends on the window alone; a phone that is turned may keep the list's width.
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [list, view])
  return measured?.view === view ? measured : null
}

function readBox(element: HTMLElement): Box {
  const style = getComputedStyle(element)
  return {
    width: element.getBoundingClientRect().width,
    row: Number.parseFloat(style.getPropertyValue('--row')) || 1,
    gap: Number.parseFloat(style.rowGap) || 0,
  }
}

function isSame(one: Box, other: Box): boolean {
  return one.width === other.width && one.row === other.row && one.gap === other.gap
}
