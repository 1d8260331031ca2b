import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { fetchClipAgain } from '@/lib/server/tasks/archive/fetch-again'
import { presentTask } from '@/lib/server/tasks/present-task'

export const POST = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentTask(await fetchClipAgain({ person, id: params.id }), locale))
})
