import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { presentTask } from '@/lib/server/tasks/present-task'
import { restoreTask } from '@/lib/server/tasks/restore-task'

export const POST = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentTask(await restoreTask({ person, id: params.id }), locale))
})
