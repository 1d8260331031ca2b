import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { listTemplates } from '@/lib/server/prompts/list-templates'
import { presentTemplate } from '@/lib/server/prompts/present-prompts'
import { saveTemplate } from '@/lib/server/prompts/save-template'
import { templateBodySchema } from '@/lib/shared/prompts'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json({ templates: (await listTemplates(person)).map(presentTemplate) })
})

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const body = parse(templateBodySchema, await readJson(request))
  return Response.json(presentTemplate(await saveTemplate({ person, body })), { status: 201 })
})
