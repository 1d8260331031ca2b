import type { IncomingMessage } from 'node:http'

export const MAX_BODY_BYTES = 20 * 1024 * 1024

export type ReceivedBody =
  { kind: 'json'; value: unknown } | { kind: 'text'; text: string } | { kind: 'too-large' }

/**
 * Reads the whole body. One that is too large is read to its end and thrown away, so that the
 * client is still there to hear the refusal.
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes = MAX_BODY_BYTES,
): Promise<ReceivedBody> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= maxBytes) chunks.push(Buffer.from(chunk))
    else chunks.length = 0
  }
  if (bytes > maxBytes) return { kind: 'too-large' }
  const text = Buffer.concat(chunks).toString('utf8')
  if (!isJson(request.headers['content-type'])) return { kind: 'text', text }
  try {
    const value: unknown = JSON.parse(text)
    return { kind: 'json', value }
  } catch {
    // Not JSON after all: the caller refuses what is only text.
    return { kind: 'text', text }
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json'
}
