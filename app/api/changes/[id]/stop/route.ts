import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { presentChange } from '@/lib/server/keeping/changes/present-change'
import { stopChange } from '@/lib/server/keeping/changes/stop-change'

export const POST = handle<{ id: string }>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  const change = await stopChange({ person, id: params.id })
  return Response.json(presentChange(change), { status: change.state === 'running' ? 202 : 200 })
})
