import { handle } from '@/lib/server/http/handle'
import { instance } from '@/lib/server/lifetime'

/** Public: says only that this process answers, and which start of the studio it is. */
export const GET = handle(() => Response.json({ status: 'live', instance: instance() }))
