'use client'

import { usePathname, useRouter } from 'next/navigation'
import { wantPlace } from '@/lib/client/gallery/kept-place'
import { clipOfPath, galleryHref } from '@/lib/client/gallery/open-clip'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { ClipViewer } from './clip-viewer'

/** A clip on a page of its own. Turning to a neighbour changes the address and asks for no other page. */
export function ClipPage(props: { id: string; isSheetOpen: boolean }) {
  const router = useRouter()
  const id = clipOfPath(usePathname() ?? '') ?? props.id
  const { search } = useGalleryQuery()
  const handleClose = () => {
    wantPlace(search, id)
    router.push(galleryHref(search))
  }
  return (
    <ClipViewer
      id={id}
      search={search}
      isOver={false}
      isSheetOpen={props.isSheetOpen}
      onClose={handleClose}
    />
  )
}
