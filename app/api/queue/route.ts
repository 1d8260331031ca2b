import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { describeQueue } from '@/lib/server/tasks/queue-state'

export const GET = handle(async (request, { locale }) => {
  requirePerson(request.headers)
  return Response.json(await describeQueue(locale))
})
