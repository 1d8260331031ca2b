'use client'

import { usePathname } from 'next/navigation'
import { clipOfPath } from '@/lib/client/gallery/open-clip'
import { useIsNear } from '@/lib/client/gallery/use-is-near'
import { useLate } from '@/lib/client/use-late'

const loadViewer = () => import('./viewer-dialog')

/** The place over the gallery where a clip is shown. What shows it comes when somebody is about to open the first one. */
export function ViewerHost({ search }: { search: string }) {
  const id = clipOfPath(usePathname() ?? '')
  const isNear = useIsNear()
  const late = useLate(loadViewer, isNear || id !== null)
  return late && id !== null && <late.ViewerDialog id={id} search={search} />
}
