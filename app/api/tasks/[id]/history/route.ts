import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { taskHistory } from '@/lib/server/tasks/audit-trail'

export const GET = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(await taskHistory({ person, id: params.id }))
})
