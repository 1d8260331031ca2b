import { AppError } from '@/lib/shared/errors'
import { readGalleryQuery, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'

/** The gallery's filters of an address. A page drops what means nothing; here it is refused by name. Throws AppError `invalid`. */
export function readGallery(request: Request): GalleryQuery {
  const { query, dropped } = readGalleryQuery(new URL(request.url).searchParams)
  if (dropped.length === 0) return query
  const fields = dropped.map(({ name }) => ({ path: name, code: 'wrong_type' as const }))
  throw new AppError('invalid', 'no such filter', { fields })
}

const ID = /^[0-9a-z-]{1,64}$/

/** An id that stands in the address. Throws AppError `invalid` where it is missing or none. */
export function readId(request: Request, name: string): string {
  const id = new URL(request.url).searchParams.get(name) ?? ''
  if (ID.test(id)) return id
  throw new AppError('invalid', name, {
    fields: [{ path: name, code: id === '' ? 'required' : 'wrong_type' }],
  })
}

/** `ids=a,b,c`; null where none are asked for. Throws AppError `invalid`. */
export function readIds(request: Request, most: number): string[] | null {
  const text = new URL(request.url).searchParams.get('ids')
  if (text === null) return null
  const ids = [...new Set(text.split(',').filter((id) => id !== ''))]
  if (ids.every((id) => ID.test(id)) && ids.length <= most) return ids
  const tooMany = { path: 'ids', code: 'too_many' as const, values: { max: most } }
  const wrong = { path: 'ids', code: 'wrong_type' as const }
  throw new AppError('invalid', 'ids', { fields: [ids.length > most ? tooMany : wrong] })
}

/** What a page of the gallery may begin at; which cursors a sort has is for finding to say. */
export function isCursor(text: string): boolean {
  return /^[0-9a-z.-]{1,90}$/.test(text)
}
