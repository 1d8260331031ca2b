import { request } from '../api'

/** Ids from one clip of a query to another, both included. */
export async function askRange(range: {
  search: string
  from: string
  to: string
}): Promise<string[]> {
  const params = new URLSearchParams(range.search)
  params.set('first', range.from)
  params.set('last', range.to)
  const { ids } = await request({
    path: `/api/gallery/ids?${params}`,
    schema: (schemas) => schemas.galleryIdsSchema,
  })
  return ids
}
