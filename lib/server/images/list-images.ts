import { pageOfImages, type ImageRow } from './image-store'

/** A page of this person's pictures, newest first. `cursor` is the id that the page before ended with. */
export async function listImages(options: {
  person: { id: string }
  limit: number
  cursor: string | null
}): Promise<{ images: ImageRow[]; nextCursor: string | null }> {
  const { person, limit, cursor } = options
  const rows = await pageOfImages({ owner: person.id, limit: limit + 1, cursor })
  const images = rows.slice(0, limit)
  return { images, nextCursor: rows.length > limit ? (images.at(-1)?.id ?? null) : null }
}
