import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { presentTask } from '@/lib/server/tasks/present-task'
import { resolveTask } from '@/lib/server/tasks/resolve-task'
import { resolutionSchema } from '@/lib/shared/resolution'

export const POST = handle<{ id: string }>(async (request, { params, locale }) => {
  const person = requirePerson(request.headers)
  const resolution = parse(resolutionSchema, await readJson(request))
  return Response.json(
    presentTask(await resolveTask({ person, id: params.id, resolution }), locale),
  )
})
