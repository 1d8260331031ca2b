import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { describeQueue } from '@/lib/server/tasks/queue-state'

/** Ready means: the database answers. A paused queue is said, but it is no reason to send people away. */
export const GET = handle(async (request, { locale }) => {
  requirePerson(request.headers)
  const { paused, diskFull } = await describeQueue(locale)
  return Response.json({ status: 'ready', isPaused: paused !== null, diskFull })
})
