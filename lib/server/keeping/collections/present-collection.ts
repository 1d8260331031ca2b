import type { CollectionOnWire } from '@/lib/shared/gallery/change'
import { stillUrl, thumbUrl } from '../../images/present-image'
import type { CollectionRow } from './store/collections'

export function presentCollection(row: CollectionRow): CollectionOnWire {
  const { id, name, query, count, cover, coverTaskId, createdAt } = row
  return {
    ...{ id, name, query, count, coverTaskId },
    coverUrl: coverUrl(cover),
    createdAt: createdAt.toISOString(),
  }
}

function coverUrl(cover: CollectionRow['cover']): string | null {
  if (!cover) return null
  if (cover.posterSha256) return stillUrl(cover.taskId, cover.posterSha256)
  return cover.imageId === null
    ? null
    : thumbUrl({ id: cover.imageId, thumbSha256: cover.thumbSha256 })
}
