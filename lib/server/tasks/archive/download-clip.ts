import { env } from '../../env'
import { milestone } from '../../milestone'
import { storage } from '../../storage/storage'
import { clipKey } from '../../storage/media-key'
import { contract } from '../../upstream/contract'
import { guardedGet, TooManyBytesError, type GuardedAnswer } from '../../upstream/guarded-get'
import { isLocalGateway } from '../../upstream/local-gateway'
import { probeClip } from './probe-clip'
import type { SavedClip } from '../store/steps'

type ClipAnswer = Extract<GuardedAnswer, { kind: 'answer' }>
export type Download =
  | { kind: 'saved'; clip: Omit<SavedClip, 'position'> }
  /** `gone`: the same link will never give it. */
  | { kind: 'failed' | 'gone' | 'no_room'; reason: string }

/**
 * Fetches a clip into a temporary file beside its place, hashed and counted, proves that it is a whole mp4, and only then
 * puts it there. Nothing is left behind on any other way out.
 */
export async function downloadClip(options: {
  sourceUrl: string
  token: string
  signal: AbortSignal
}): Promise<Download> {
  const answer = await fetchClip(options.sourceUrl, options.signal)
  if (answer.kind === 'refused-address')
    return { kind: 'gone', reason: 'the link points to an address that is refused' }
  if (answer.kind === 'failed') return { kind: 'failed', reason: String(answer.cause) }
  const refusal = refusalOf(answer)
  if (refusal) answer.body.destroy()
  return refusal ?? receive(answer, options.token)
}

/** What its head already says; null where the body is worth reading. */
function refusalOf({ status, headers }: ClipAnswer): Download | null {
  if (status !== 200)
    return { kind: status === 410 ? 'gone' : 'failed', reason: `the link answered ${status}` }
  const isTooLarge = Number(headers['content-length'] ?? 0) > contract().clipMaxBytes
  return isTooLarge ? TOO_LARGE : null
}

async function receive(answer: ClipAnswer, token: string): Promise<Download> {
  const store = storage()
  try {
    const received = await store.receive(answer.body, {
      token,
      limitBytes: contract().clipMaxBytes,
    })
    if (received.kind === 'no-room') return NO_ROOM
    if (received.kind === 'too-large') return TOO_LARGE
    milestone('archive.received')
    const { file } = received
    const facts = isWhole(answer, file.bytes) ? await probeClip(file.path) : null
    if (!facts) {
      await store.discard(file)
      return { kind: 'failed', reason: `${file.bytes} bytes that are not a whole mp4` }
    }
    milestone('archive.probed')
    const kept = await store.keep(file, clipKey(file.sha256))
    if (kept.kind === 'no-room') return NO_ROOM
    return { kind: 'saved', clip: { sha256: file.sha256, bytes: file.bytes, ...facts } }
  } catch (error) {
    answer.body.destroy()
    if (error instanceof TooManyBytesError) return TOO_LARGE
    return { kind: 'failed', reason: String(error) } // the link broke off: tried again
  }
}

const NO_ROOM: Download = { kind: 'no_room', reason: 'no room on the disk' }
const TOO_LARGE: Download = { kind: 'gone', reason: 'larger than a clip may be' }

function isWhole(answer: ClipAnswer, bytes: number): boolean {
  const announced = answer.headers['content-length']
  return announced === undefined || Number(announced) === bytes
}

/** As the link is given; on 403 or 404 once more with `%2F` in its path decoded, which some stores insist on. */
async function fetchClip(url: string, signal: AbortSignal): Promise<GuardedAnswer> {
  const answer = await get(url, signal)
  const decoded = decodeSlashes(url)
  const isRefused = answer.kind === 'answer' && (answer.status === 403 || answer.status === 404)
  if (!isRefused || decoded === url) return answer
  answer.body.destroy()
  return get(decoded, signal)
}

function decodeSlashes(url: string): string {
  const parsed = new URL(url)
  parsed.pathname = parsed.pathname.replace(/%2f/gi, '/')
  return parsed.href
}

function get(url: string, signal: AbortSignal): Promise<GuardedAnswer> {
  const { baseUrl } = env().gateway
  return guardedGet(url, {
    allowedOrigin: isLocalGateway(baseUrl) ? new URL(baseUrl).origin : null,
    timeoutMs: contract().clipTimeoutMs,
    maxBytes: contract().clipMaxBytes,
    maxRedirects: 3,
    signal,
  })
}
