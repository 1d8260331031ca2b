import { AppError } from '@/lib/shared/errors'
import { guardedGet, TooManyBytesError, type GuardedAnswer } from '../upstream/guarded-get'
import { tooHeavy } from './too-heavy'

const TIME_LIMIT_MS = 30_000
const REDIRECTS_MAX = 3

type Get = (
  url: string,
  options: { allowedOrigin: null; timeoutMs: number; maxRedirects: number; maxBytes: number },
) => Promise<GuardedAnswer>

/**
 * The bytes behind a link that a person gave, fetched once, from public addresses only. Throws AppError: address_refused,
 * address_failed, picture_too_heavy.
 */
export async function fetchPicture(
  url: string,
  { maxBytes, get = guardedGet }: { maxBytes: number; get?: Get },
): Promise<Buffer> {
  const answer = await get(url, {
    allowedOrigin: null,
    timeoutMs: TIME_LIMIT_MS,
    maxRedirects: REDIRECTS_MAX,
    maxBytes,
  })
  if (answer.kind === 'refused-address') throw new AppError('address_refused')
  if (answer.kind === 'failed') {
    throw new AppError('address_failed', 'no answer', { cause: answer.cause })
  }
  if (answer.status !== 200) {
    answer.body.destroy()
    throw new AppError('address_failed', `answered ${answer.status}`)
  }
  return readBody(answer.body, maxBytes)
}

async function readBody(body: AsyncIterable<unknown>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of body) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  } catch (cause) {
    if (cause instanceof TooManyBytesError) throw tooHeavy(maxBytes, cause)
    throw new AppError('address_failed', 'the answer broke off', { cause })
  }
  return Buffer.concat(chunks)
}
