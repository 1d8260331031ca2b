import type { ImageOnWire } from '@/lib/shared/wire'
import type { ImageRow } from './image-store'
import { extensionOf } from './picture-file'

/** A stable path: the content is part of it, so it may be cached for ever. */
export function imageUrl(row: Pick<ImageRow, 'id' | 'sha256' | 'contentType'>): string {
  return `/media/${row.id}/${row.sha256}.${extensionOf(row)}`
}

/** A still that the studio made of something: WebP, under its own hash, beside what it is of. */
export function stillUrl(id: string, sha256: string): string {
  return `/media/${id}/${sha256}.webp`
}

/** The small one; null while it is not made. */
export function thumbUrl({ id, thumbSha256 }: Pick<ImageRow, 'id' | 'thumbSha256'>): string | null {
  return thumbSha256 && stillUrl(id, thumbSha256)
}

export function presentImage(row: ImageRow): ImageOnWire {
  const { id, width, height, bytes, sha256, originalWidth, originalHeight } = row
  return {
    id,
    width,
    height,
    bytes,
    sha256,
    url: imageUrl(row),
    originalWidth,
    originalHeight,
    thumbUrl: thumbUrl(row),
  }
}
