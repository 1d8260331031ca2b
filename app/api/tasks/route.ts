import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { idempotencyKey, readPage } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { createTask } from '@/lib/server/tasks/create-task'
import { listTasks } from '@/lib/server/tasks/list-tasks'
import { presentTask, presentTasks } from '@/lib/server/tasks/present-task'

export const GET = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const { tasks, nextCursor } = await listTasks({ person, ...readPage(request) })
  return Response.json({ tasks: await presentTasks(tasks, locale), nextCursor })
})

export const POST = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const key = idempotencyKey(request)
  const task = await createTask({ person, key, body: await readJson(request) })
  return Response.json(presentTask(task, locale), { status: 202 })
})
