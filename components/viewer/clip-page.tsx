'use client'

import { usePathname, useRouter } from 'next/navigation'
import { clipOfPath, galleryHref } from '@/lib/client/gallery/open-clip'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { ClipViewer } from './clip-viewer'

/** A clip on a page of its own. Turning to a neighbour changes the address and asks for no other page. */
export function ClipPage(props: { id: string; isSheetOpen: boolean }) {
  const router = useRouter()
  const id = clipOfPath(usePathname() ?? '') ?? props.id
  const { search } = useGalleryQuery()
  return (
    <ClipViewer
      id={id}
      search={search}
      isOver={false}
      isSheetOpen={props.isSheetOpen}
      onClose={() => router.push(galleryHref(search))}
    />
  )
}
