import { requirePerson } from '@/lib/server/accounts/person'
import { galleryCounts } from '@/lib/server/finding/ask-gallery'
import { handle } from '@/lib/server/http/handle'
import { readGallery } from '@/lib/server/http/read-gallery'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json(await galleryCounts({ person, query: readGallery(request) }))
})
