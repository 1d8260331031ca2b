import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { gatewayAnswers } from '@/lib/server/tasks/gateway-answers'

export const GET = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(await gatewayAnswers({ person, id: params.id }))
})
