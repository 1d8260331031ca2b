import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import {
  changeCollection,
  deleteCollection,
} from '@/lib/server/keeping/collections/change-collection'
import { presentCollection } from '@/lib/server/keeping/collections/present-collection'
import { getCollection } from '@/lib/server/keeping/collections/read-collections'
import { collectionChangeSchema } from '@/lib/shared/gallery/change'

type Params = { id: string }

export const GET = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  return Response.json(presentCollection(await getCollection(person, params.id)))
})

export const PATCH = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  const change = parse(collectionChangeSchema, await readJson(request))
  const collection = await changeCollection({ person, id: params.id, change })
  return Response.json(presentCollection(collection))
})

export const DELETE = handle<Params>(async (request, { params }) => {
  const person = requirePerson(request.headers)
  await deleteCollection(person, params.id)
  return new Response(null, { status: 204 })
})
