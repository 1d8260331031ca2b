'use client'

import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { useGalleryView } from '@/lib/client/gallery/use-gallery-view'
import { ViewerHost } from '../viewer/viewer-host'
import { GalleryClips } from './gallery-clips'
import { ViewSwitch } from './grid/view-switch'

/** Every clip that the address asks for. The bar above, the grid, and what lies over both. */
export function Gallery({ initialView }: { initialView: GalleryView }) {
  const { search } = useGalleryQuery()
  const view = useGalleryView(initialView)
  return (
    <div className="flex flex-1 flex-col p-1">
      <div className="flex items-center justify-end pb-1">
        <ViewSwitch view={view} />
      </div>
      <GalleryClips key={search} search={search} view={view} />
      <ViewerHost search={search} />
    </div>
  )
}
