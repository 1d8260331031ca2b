import { requireOwner, requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { readJson } from '@/lib/server/http/read-json'
import { describePrices, dropPrices, storePrices } from '@/lib/server/prices/prices'

/** Whoever makes clips may see what they are thought to cost. */
export const GET = handle(async (request) => {
  requirePerson(request.headers)
  return Response.json(await describePrices())
})

export const PUT = handle(async (request) => {
  requireOwner(request.headers)
  return Response.json(await storePrices(await readJson(request)))
})

export const DELETE = handle(async (request) => {
  requireOwner(request.headers)
  return Response.json(await dropPrices())
})
