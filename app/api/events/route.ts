import { requirePerson } from '@/lib/server/accounts/person'
import { eventStream } from '@/lib/server/http/event-stream'
import { handle } from '@/lib/server/http/handle'

export const GET = handle((request) => {
  requirePerson(request.headers)
  // A browser that comes back says what it heard last; one that comes first, what its page knew.
  const lastId =
    request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  return eventStream(request, lastId && /^\d{1,15}$/.test(lastId) ? Number(lastId) : null)
})
