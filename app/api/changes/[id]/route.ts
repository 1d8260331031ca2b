import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { presentChange } from '@/lib/server/keeping/changes/present-change'
import { getChange } from '@/lib/server/keeping/changes/read-changes'

export const GET = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentChange(await getChange({ person, id: params.id })))
})
