import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { getWholeBatch } from '@/lib/server/tasks/batches/get-batch'
import { presentWholeBatch } from '@/lib/server/tasks/batches/present-batch'

export const GET = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentWholeBatch(await getWholeBatch({ person, id: params.id }), locale))
})
