import { requireOwner } from '@/lib/server/accounts/person'
import { examine } from '@/lib/server/doctor/examine'
import { handle } from '@/lib/server/http/handle'

export const GET = handle(async (request, { locale }) => {
  requireOwner(request.headers)
  return Response.json(await examine(locale), { headers: { 'cache-control': 'no-store' } })
})
