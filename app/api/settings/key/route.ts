import { requireOwner } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { describeKey } from '@/lib/server/settings/describe-key'
import { removeKey } from '@/lib/server/settings/remove-key'
import { storeKey } from '@/lib/server/settings/store-key'
import { keyBodySchema } from '@/lib/shared/gateway-key'

export const GET = handle(async (request) => {
  requireOwner(request.headers)
  return answer(await describeKey())
})

export const PUT = handle(async (request) => {
  const person = requireOwner(request.headers)
  const { key } = parse(keyBodySchema, await readJson(request))
  return answer(await storeKey({ person, typed: key }))
})

export const DELETE = handle(async (request) => {
  const person = requireOwner(request.headers)
  return answer(await removeKey(person))
})

function answer(body: object): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}
