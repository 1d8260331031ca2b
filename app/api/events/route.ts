import { requirePerson } from '@/lib/server/accounts/person'
import { eventStream } from '@/lib/server/http/event-stream'
import { handle } from '@/lib/server/http/handle'

export const GET = handle((request) => {
  requirePerson(request.headers)
  const lastId = request.headers.get('last-event-id')
  return eventStream(request, lastId && /^\d{1,15}$/.test(lastId) ? Number(lastId) : null)
})
