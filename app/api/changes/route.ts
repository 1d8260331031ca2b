import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { idempotencyKey, parse } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { presentChange } from '@/lib/server/keeping/changes/present-change'
import { listChanges } from '@/lib/server/keeping/changes/read-changes'
import { startChange } from '@/lib/server/keeping/changes/start-change'
import { newChangeSchema } from '@/lib/shared/gallery/change'
import { SELECTION_BODY_MAX_BYTES } from '@/lib/shared/limits'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  return Response.json({ changes: (await listChanges(person)).map(presentChange) })
})

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const key = idempotencyKey(request)
  const body = parse(newChangeSchema, await readJson(request, SELECTION_BODY_MAX_BYTES))
  const change = await startChange({ person, key, body })
  return Response.json(presentChange(change), { status: change.state === 'running' ? 202 : 200 })
})
