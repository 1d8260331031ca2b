import type { ImageOnWire } from '@/lib/shared/wire'
import type { ImageRow } from './image-store'
import { extensionOf } from './picture-file'

/** A stable path: the content is part of it, so it may be cached for ever. */
export function imageUrl(row: Pick<ImageRow, 'id' | 'sha256' | 'contentType'>): string {
  return `/media/${row.id}/${row.sha256}.${extensionOf(row)}`
}

export function presentImage(row: ImageRow): ImageOnWire {
  const { id, width, height, bytes, sha256, originalWidth, originalHeight } = row
  return { id, width, height, bytes, sha256, url: imageUrl(row), originalWidth, originalHeight }
}
