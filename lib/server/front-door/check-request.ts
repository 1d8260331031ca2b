import type { IncomingHttpHeaders } from 'node:http'
import type { ErrorCode } from '@/lib/shared/errors'

type RequestHead = {
  method: string
  /** As it was sent. */
  url: string
  headers: IncomingHttpHeaders
  isDev: boolean
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const READING_METHODS = ['GET', 'HEAD']
/** What a Server Action is posted as. The studio has none, and they were holes in 2025 and 2026. */
const ACTION_TYPES = /^(multipart\/form-data|text\/plain|application\/x-www-form-urlencoded)/i
const MAX_DECODINGS = 4

/** Why Next shall never see this request; null when it may. */
export function checkRequest({ method, url, headers, isDev }: RequestHead): ErrorCode | null {
  if (!METHODS.includes(method)) return 'method_not_allowed'
  if (!isSoundUrl(url)) return 'bad_request'
  if (Object.keys(headers).some((name) => name.startsWith('x-middleware-'))) return 'bad_request'
  if (headers['next-action'] !== undefined) return 'bad_request'
  if (headers['rsc'] !== undefined && method !== 'GET') return 'bad_request'

  const path = pathOf(url)
  if (path === '/_next/image') return 'not_found'
  const isPage = !path.startsWith('/api/') && !(isDev && path.startsWith('/__nextjs'))
  if (isPage && !READING_METHODS.includes(method)) {
    return ACTION_TYPES.test(headers['content-type'] ?? '') ? 'bad_request' : 'method_not_allowed'
  }
  return null
}

export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

/** An absolute path of this server, with nothing in it that some layer below could read as another path. */
function isSoundUrl(url: string): boolean {
  if (!url.startsWith('/') || url.includes('%00')) return false
  let path = pathOf(url)
  if (!isUtf8(path)) return false
  for (let turn = 0; turn < MAX_DECODINGS; turn += 1) {
    if (!isSoundPath(path)) return false
    const decoded = unescapeBytes(path)
    if (decoded === path) return true
    if (countSlashes(decoded) !== countSlashes(path)) return false
    path = decoded
  }
  return false
}

function isSoundPath(path: string): boolean {
  return !/\/\/|\\|[\u0000-\u001f\u007f]/.test(path) && !/(^|\/)\.{1,2}(\/|$)/.test(path)
}

function isUtf8(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false // not UTF-8, or half an escape
  }
}

function unescapeBytes(path: string): string {
  return path.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function countSlashes(path: string): number {
  return path.split('/').length
}
