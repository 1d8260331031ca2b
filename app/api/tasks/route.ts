import { requirePerson } from '@/lib/server/accounts/person'
import { listFound } from '@/lib/server/finding/list-found'
import { handle } from '@/lib/server/http/handle'
import { idempotencyKey, readPage } from '@/lib/server/http/parse'
import { isCursor, readGallery, readIds } from '@/lib/server/http/read-gallery'
import { readJson } from '@/lib/server/http/read-json'
import { createTask } from '@/lib/server/tasks/create-task'
import { getTasks } from '@/lib/server/tasks/get-tasks'
import { presentTask, presentTasks } from '@/lib/server/tasks/present-task'
import { PAGE_SIZE } from '@/lib/shared/limits'

export const GET = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const ids = readIds(request, PAGE_SIZE.max)
  const { tasks, nextCursor } = ids
    ? { tasks: await getTasks({ person, ids }), nextCursor: null }
    : await listFound({ person, query: readGallery(request), ...readPage(request, isCursor) })
  return Response.json({ tasks: await presentTasks(tasks, locale), nextCursor })
})

export const POST = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const key = idempotencyKey(request)
  const task = await createTask({ person, key, body: await readJson(request) })
  return Response.json(presentTask(task, locale), { status: 202 })
})
