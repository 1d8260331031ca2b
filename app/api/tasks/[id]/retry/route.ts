import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { idempotencyKey } from '@/lib/server/http/parse'
import { presentTask } from '@/lib/server/tasks/present-task'
import { retryTask } from '@/lib/server/tasks/retry-task'

export const POST = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  const task = await retryTask({ person, id: params.id, key: idempotencyKey(request) })
  return Response.json(presentTask(task, locale), { status: 202 })
})
