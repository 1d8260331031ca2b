import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { createDownload } from '@/lib/server/keeping/downloads/create-download'
import { newDownloadSchema } from '@/lib/shared/gallery/change'
import { SELECTION_BODY_MAX_BYTES } from '@/lib/shared/limits'

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const body = parse(newDownloadSchema, await readJson(request, SELECTION_BODY_MAX_BYTES))
  return Response.json(await createDownload({ person, selection: body.selection }), { status: 201 })
})
