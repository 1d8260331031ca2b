import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { envelope, type Reply } from './reply'

/** Whether the request carries the expected key, as `Authorization: Bearer …`. */
export function hasKey(request: IncomingMessage, key: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(hash(given), hash(key))
}

export function wrongKey(): Reply {
  return envelope({ status: 401, code: 400401, message: 'invalid api key' })
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
