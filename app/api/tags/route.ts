import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { listTags } from '@/lib/server/keeping/tags/change-tag'

export const GET = handle(async (request) => {
  requirePerson(request.headers)
  return Response.json({ tags: await listTags() })
})
