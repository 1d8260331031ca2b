import { requirePerson } from '@/lib/server/accounts/person'
import { galleryFresh } from '@/lib/server/finding/ask-gallery'
import { handle } from '@/lib/server/http/handle'
import { readGallery, readId } from '@/lib/server/http/read-gallery'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json({
    count: await galleryFresh({
      person,
      query: readGallery(request),
      since: readId(request, 'since'),
    }),
  })
})
