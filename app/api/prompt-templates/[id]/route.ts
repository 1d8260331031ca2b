import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { changeTemplate } from '@/lib/server/prompts/change-template'
import { deleteTemplate } from '@/lib/server/prompts/delete-template'
import { presentTemplate } from '@/lib/server/prompts/present-prompts'
import { templateBodySchema } from '@/lib/shared/prompts'

type Params = { id: string }

export const PUT = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  const body = parse(templateBodySchema, await readJson(request))
  return Response.json(presentTemplate(await changeTemplate({ person, id: params.id, body })))
})

export const DELETE = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  await deleteTemplate({ person, id: params.id })
  return new Response(null, { status: 204 })
})
