import { requireOwner, requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { currentRetention, storeRetention } from '@/lib/server/tasks/cleaning/retention'
import { retentionSchema } from '@/lib/shared/retention'

/** Whoever makes clips may see how long they stay. */
export const GET = handle(async (request) => {
  requirePerson(request.headers)
  return Response.json(await currentRetention())
})

export const PUT = handle(async (request) => {
  requireOwner(request.headers)
  const rule = parse(retentionSchema, await readJson(request))
  return Response.json(await storeRetention(rule))
})
