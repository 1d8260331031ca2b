import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { resume } from '@/lib/server/tasks/queue-state'

export const POST = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  return Response.json(await resume({ person, locale }))
})
