import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { readPage } from '@/lib/server/http/parse'
import { listAttention } from '@/lib/server/tasks/attention/list-attention'
import { presentAttention } from '@/lib/server/tasks/attention/present-attention'

export const GET = handle(async (request, { locale }) => {
  const person = requirePerson(request.headers)
  const { items, nextCursor } = await listAttention({ person, ...readPage(request) })
  return Response.json({ items: items.map((item) => presentAttention(item, locale)), nextCursor })
})
