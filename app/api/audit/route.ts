import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { isRowNumber, readPage } from '@/lib/server/http/parse'
import { listAudit } from '@/lib/server/tasks/audit-trail'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json(await listAudit({ person, ...readPage(request, isRowNumber) }))
})
