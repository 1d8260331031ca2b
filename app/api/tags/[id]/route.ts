import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { deleteTag, renameTag } from '@/lib/server/keeping/tags/change-tag'
import { tagChangeSchema } from '@/lib/shared/gallery/change'

type Params = { id: string }

export const PATCH = handle<Params>(async (request, { params }) => {
  requirePerson(request.headers)
  const { name } = parse(tagChangeSchema, await readJson(request))
  return Response.json(await renameTag({ id: params.id, name }))
})

export const DELETE = handle<Params>(async (request, { params }) => {
  requirePerson(request.headers)
  await deleteTag(params.id)
  return new Response(null, { status: 204 })
})
