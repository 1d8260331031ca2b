import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { previewChange } from '@/lib/server/keeping/changes/preview-change'
import { previewBodySchema } from '@/lib/shared/gallery/change'
import { SELECTION_BODY_MAX_BYTES } from '@/lib/shared/limits'

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const body = parse(previewBodySchema, await readJson(request, SELECTION_BODY_MAX_BYTES))
  return Response.json(await previewChange({ person, ...body }))
})
