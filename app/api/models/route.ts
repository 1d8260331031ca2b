import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { listModels } from '@/lib/server/tasks/models/list-models'

export const GET = handle(async (request, { locale }) => {
  requirePerson(request.headers)
  return Response.json(await listModels(locale))
})
