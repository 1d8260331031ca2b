import { AppError } from '@/lib/shared/errors'
import type { Sort } from '@/lib/shared/gallery/gallery-query'

/** Where a page ended: an id, and what it was sorted by where that is something else. */
export type Cursor = { key: number; id: string }

const PLAIN: readonly Sort[] = ['newest', 'oldest']
const ID = /^[0-9a-z-]{1,64}$/

/** Opaque to whoever asks. In the plain gallery it is the id, as ever. */
export function writeCursor(sort: Sort, { key, id }: Cursor): string {
  return PLAIN.includes(sort) ? id : `${key}.${id}`
}

/** Null for what is no cursor of this sort. */
export function readCursor(sort: Sort, text: string): Cursor | null {
  const [key = '', id = '', ...more] = PLAIN.includes(sort) ? ['0', text] : text.split('.')
  if (more.length > 0 || !/^-?\d{1,16}$/.test(key) || !ID.test(id)) return null
  return { key: Number(key), id }
}

export function wrongCursor(): AppError {
  return new AppError('invalid', 'cursor', { fields: [{ path: 'cursor', code: 'wrong_type' }] })
}
