import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { createCollection } from '@/lib/server/keeping/collections/change-collection'
import { presentCollection } from '@/lib/server/keeping/collections/present-collection'
import { listCollections } from '@/lib/server/keeping/collections/read-collections'
import { newCollectionSchema } from '@/lib/shared/gallery/change'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json({ collections: (await listCollections(person)).map(presentCollection) })
})

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const { name, query } = parse(newCollectionSchema, await readJson(request))
  const collection = await createCollection({ person, name, query })
  return Response.json(presentCollection(collection), { status: 201 })
})
