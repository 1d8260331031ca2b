import { requirePerson } from '@/lib/server/accounts/person'
import { galleryIds } from '@/lib/server/finding/ask-gallery'
import { handle } from '@/lib/server/http/handle'
import { readGallery, readId } from '@/lib/server/http/read-gallery'

/** `from` and `to` are days of the query: the clips themselves are `first` and `last`. */
export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json({
    ids: await galleryIds({
      person,
      query: readGallery(request),
      from: readId(request, 'first'),
      to: readId(request, 'last'),
    }),
  })
})
