import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { deleteTask } from '@/lib/server/tasks/delete-task'
import { readTask } from '@/lib/server/tasks/get-task'
import { presentWithOutlook } from '@/lib/server/tasks/present-task'

type Params = { id: string }

export const GET = handle<Params>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(await presentWithOutlook(await readTask({ person, id: params.id }), locale))
})

export const DELETE = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  await deleteTask({ person, id: params.id })
  return new Response(null, { status: 204 })
})
