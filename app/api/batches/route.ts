import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { idempotencyKey, readFlag, readPage } from '@/lib/server/http/parse'
import { readJson } from '@/lib/server/http/read-json'
import { createBatch } from '@/lib/server/tasks/batches/create-batch'
import { listBatches } from '@/lib/server/tasks/batches/list-batches'
import { presentBatch, presentWholeBatch } from '@/lib/server/tasks/batches/present-batch'
import { BATCH_BODY_MAX_BYTES } from '@/lib/shared/limits'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  const isOpen = readFlag(request, 'open')
  const { batches, nextCursor } = await listBatches({ person, isOpen, ...readPage(request) })
  return Response.json({ batches: batches.map(presentBatch), nextCursor })
})

export const POST = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const key = idempotencyKey(request)
  const body = await readJson(request, BATCH_BODY_MAX_BYTES)
  const batch = await createBatch({ person, key, body })
  return Response.json(presentWholeBatch(batch, locale), { status: 202 })
})
