import { requirePerson } from '@/lib/server/accounts/person'
import { galleryPlace } from '@/lib/server/finding/ask-gallery'
import { handle } from '@/lib/server/http/handle'
import { readGallery, readId } from '@/lib/server/http/read-gallery'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json(
    await galleryPlace({ person, query: readGallery(request), id: readId(request, 'id') }),
  )
})
