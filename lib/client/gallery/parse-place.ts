import type { GalleryPlace } from '@/lib/shared/gallery/gallery-wire'
import { hasFields } from '@/lib/shared/has-fields'

/** A clip's place as the server says it; null for anything else. Not by its schema: every clip's page asks for it as it loads. */
export function parsePlace(answer: unknown): GalleryPlace | null {
  if (!hasFields(answer, { total: 'number' })) return null
  const index: unknown = Reflect.get(answer, 'index')
  const previous: unknown = Reflect.get(answer, 'previous')
  const next: unknown = Reflect.get(answer, 'next')
  if (index !== null && typeof index !== 'number') return null
  if (!isIdOrNull(previous) || !isIdOrNull(next)) return null
  return { total: answer.total, index, previous, next }
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
