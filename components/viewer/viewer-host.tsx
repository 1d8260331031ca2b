'use client'

import { useEffect, useState } from 'react'
import { usePathname } from 'next/navigation'
import { clipOfPath } from '@/lib/client/gallery/open-clip'
import { useLate } from '@/lib/client/use-late'

const loadViewer = () => import('./viewer-dialog')

/** The place over the gallery where a clip is shown. What shows it comes when somebody is about to open the first one. */
export function ViewerHost({ search }: { search: string }) {
  const id = clipOfPath(usePathname() ?? '')
  const isNear = useIsNear()
  const late = useLate(loadViewer, isNear || id !== null)
  return late && id !== null && <late.ViewerDialog id={id} search={search} />
}

/** Whether a clip has been pointed at or reached by keyboard. */
function useIsNear(): boolean {
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

const NEARING = ['pointerover', 'focusin', 'touchstart'] as const
