import type { IncomingMessage } from 'node:http'
import {
  BATCH_BODY_MAX_BYTES,
  JSON_BODY_MAX_BYTES,
  SELECTION_BODY_MAX_BYTES,
} from '@/lib/shared/limits'
import { decideAccess, type Access } from '../accounts/access'
import { isForeignChange } from '../accounts/origin'
import { PUBLIC_ROUTES } from '../accounts/public-routes'
import { checkRequest, pathOf } from './check-request'
import { readMediaAddress, type MediaAddress } from './media-address'
import type { Refusal } from './refuse'

export type DoorRules = {
  isDev: boolean
  /** Bytes of one picture file. */
  uploadMaxBytes: number
  /** Whether an address, as it was asked for, carries a good signature of ours. */
  isSigned: (url: string) => boolean
  /** Aborted once the studio is stopping. */
  closing: AbortSignal
}

export type Decision =
  | { kind: 'refuse'; refusal: Refusal }
  | { kind: 'media'; address: MediaAddress }
  | { kind: 'next'; access: Access; maxBytes: number; tooLarge: Refusal }

const MEBIBYTE = 1024 * 1024
/** What a form adds around its file. */
const FORM_EXTRA_BYTES = MEBIBYTE
/** Bodies that may be larger than most. */
const JSON_BYTES: Record<string, number> = {
  '/api/batches': BATCH_BODY_MAX_BYTES,
  '/api/changes': SELECTION_BODY_MAX_BYTES,
  '/api/changes/preview': SELECTION_BODY_MAX_BYTES,
  '/api/downloads': SELECTION_BODY_MAX_BYTES,
}
const RETRY_AFTER_SECONDS = '5'

/** What becomes of a request, by its head alone. */
export function decideRequest(request: IncomingMessage, rules: DoorRules): Decision {
  const { method = '', url = '', headers } = request
  const wrong = checkRequest({ method, url, headers, isDev: rules.isDev })
  if (wrong === 'method_not_allowed') {
    return refuseWith({ code: wrong, headers: { Allow: 'GET, HEAD' } })
  }
  if (wrong) return refuseWith({ code: wrong })
  if (hasSeveralHosts(request)) return refuseWith({ code: 'bad_request' })

  const address = readMediaAddress(url)
  const access = accessOf(request)
  const isPublic = isForAnybody({ request, address, rules })
  if (access === 'closed' && !isPublic) return refuseWith({ code: 'not_local' })
  if (isForeign(request, method)) return refuseWith({ code: 'foreign_origin' })
  // A paid request that is still in the air may have its picture fetched; nothing else begins now.
  if (rules.closing.aborted && !isPublic) {
    return refuseWith({ code: 'stopping', headers: { 'Retry-After': RETRY_AFTER_SECONDS } })
  }
  if (address && (address.kind !== 'input' || isPublic)) return { kind: 'media', address }
  if (pathOf(url).startsWith('/media/')) return refuseWith({ code: 'not_found' })
  return forNext({ request, access, rules })
}

/** The one upgrade there is: Next's development server telling its own page of a change. */
export function isHotReload(request: IncomingMessage): boolean {
  const path = pathOf(request.url ?? '')
  const isOwn = accessOf(request) === 'open' && !isForeign(request, 'POST')
  return isOwn && /^\/_next\/[\w-]*hmr$/.test(path)
}

function forNext(options: {
  request: IncomingMessage
  access: Access
  rules: DoorRules
}): Decision {
  const { request, access, rules } = options
  const path = pathOf(request.url ?? '')
  const isUpload = path === '/api/images'
  const jsonBytes = JSON_BYTES[path] ?? JSON_BODY_MAX_BYTES
  const statedBytes = isUpload ? rules.uploadMaxBytes : jsonBytes
  const maxBytes = isUpload ? statedBytes + FORM_EXTRA_BYTES : statedBytes
  const tooLarge: Refusal = { code: 'body_too_large', values: { max: statedBytes / MEBIBYTE } }
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > maxBytes) return refuseWith(tooLarge)
  return { kind: 'next', access, maxBytes, tooLarge }
}

function accessOf({ socket, headers }: IncomingMessage): Access {
  const { remoteAddress: peerAddress } = socket
  return decideAccess({ peerAddress, host: headers.host, headers, hasAccounts: false })
}

function isForeign({ headers }: IncomingMessage, method: string): boolean {
  const [secFetchSite] = [headers['sec-fetch-site']].flat()
  return isForeignChange({ method, origin: headers.origin, host: headers.host, secFetchSite })
}

type Asked = { request: IncomingMessage; address: MediaAddress | null; rules: DoorRules }

/** What a studio without accounts shows to strangers: the signed pictures, to the gateway, and that it lives. */
function isForAnybody({ request, address, rules }: Asked): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (PUBLIC_ROUTES.includes(pathOf(request.url ?? ''))) return true
  return address?.kind === 'input' && rules.isSigned(request.url ?? '')
}

/** Node keeps the first and drops the rest; a layer below may look at another. */
function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length > 1
}

function refuseWith(refusal: Refusal): Decision {
  return { kind: 'refuse', refusal }
}
