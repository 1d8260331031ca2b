import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { resumeBatch } from '@/lib/server/tasks/batches/pause-batch'
import { presentBatch } from '@/lib/server/tasks/batches/present-batch'

export const POST = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentBatch(await resumeBatch({ person, id: params.id })))
})
