import type { IncomingMessage } from 'node:http'
import type { Context } from '../context'
import { bareNotFound, jsonReply, WHOLE, type Answer } from '../reply'
import { clips } from './clips'
import { control } from './control'
import { queriedId, query } from './query'
import { submit } from './submit'

/** What only tests and supervisors ask for, and no gateway has. */
export function isOwnRoute(path: string): boolean {
  return path.startsWith('/_simulator/') || path === '/healthz'
}

export async function route(context: Context, request: IncomingMessage): Promise<Answer> {
  const url = readUrl(request)
  const method = request.method ?? ''
  if (!url) return whole(bareNotFound())
  const { pathname } = url
  if (method === 'POST' && pathname === '/api/v1/video/generation') return submit(context, request)
  if (method === 'GET') {
    const id = queriedId(context, url)
    if (id !== null) return query(context, request, id)
  }
  if (pathname.startsWith('/clips/') && (method === 'GET' || method === 'HEAD')) {
    return clips(context, request, url)
  }
  if (pathname.startsWith('/_simulator/')) return whole(await control(context, request, url))
  if (method === 'GET' && pathname === '/healthz') return whole(jsonReply(200, { status: 'up' }))
  return whole(bareNotFound())
}

function readUrl(request: IncomingMessage): URL | null {
  const base = 'http://simulator.invalid'
  return URL.canParse(request.url ?? '', base) ? new URL(request.url ?? '', base) : null
}

function whole(reply: Answer['reply']): Answer {
  return { reply, delivery: WHOLE }
}
