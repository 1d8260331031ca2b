import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { describeModels } from '@/lib/server/tasks/describe-models'

export const GET = handle((request) => {
  requirePerson(request.headers)
  return Response.json(describeModels())
})
