import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { getFamily } from '@/lib/server/tasks/family/get-family'
import { presentFamily } from '@/lib/server/tasks/family/present-family'

export const GET = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentFamily(await getFamily({ person, id: params.id }), locale))
})
