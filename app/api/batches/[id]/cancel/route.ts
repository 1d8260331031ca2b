import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { cancelBatch } from '@/lib/server/tasks/batches/cancel-batch'
import { presentCanceled } from '@/lib/server/tasks/batches/present-batch'

export const POST = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentCanceled(await cancelBatch({ person, id: params.id })))
})
