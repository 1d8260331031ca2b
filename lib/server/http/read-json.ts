import { AppError } from '@/lib/shared/errors'
import { JSON_BODY_MAX_BYTES } from '@/lib/shared/limits'

/** The body as JSON, of at most `maxBytes`. Throws AppError: unsupported_media_type, body_too_large, malformed_json. */
export async function readJson(
  request: Request,
  maxBytes: number = JSON_BODY_MAX_BYTES,
): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new AppError('unsupported_media_type')
  const text = await readText(request, maxBytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('malformed_json', 'not JSON', { cause })
  }
}

/** Counts while reading: the front door has checked the announced length, but a chunked body announces none. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) {
      const max = maxBytes / 1024 / 1024
      throw new AppError('body_too_large', 'body too large', { values: { max } })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
