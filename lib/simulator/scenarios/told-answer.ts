import { Readable } from 'node:stream'
import { bytesBody, reply, WHOLE, type Body, type Delivery, type Reply } from '../reply'
import type { AnswerFields, ClipBehaviour, QueryBehaviour, SubmitBehaviour } from './behaviours'

const PAD = Buffer.alloc(64 * 1024, ' ')

/** The answer that a scenario spells out, word for word. */
export function toldAnswer(fields: AnswerFields): Reply {
  return reply({
    status: fields.status,
    contentType: fields.contentType ?? defaultType(fields),
    headers: fields.headers,
    body: padded(bytesBody(contentOf(fields)), fields.padBytes ?? 0),
    isUndeclared: fields.undeclared,
  })
}

/** How a behaviour wants its answer sent; whole for those that are about its content. */
export function toldDelivery(
  behaviour: SubmitBehaviour | QueryBehaviour | ClipBehaviour | null,
): Delivery {
  switch (behaviour?.kind) {
    case 'cut':
    case 'accept-then-cut':
      return { kind: 'cut' }
    case 'hang':
    case 'accept-then-hang':
      return { kind: 'hang' }
    case 'slow':
    case 'truncate':
      return behaviour
    default:
      return WHOLE
  }
}

function contentOf(fields: AnswerFields): string | Uint8Array {
  if (fields.json !== undefined) return JSON.stringify(fields.json)
  if (fields.base64 !== undefined) return Buffer.from(fields.base64, 'base64')
  return fields.text ?? ''
}

function defaultType(fields: AnswerFields): string {
  if (fields.json !== undefined) return 'application/json; charset=utf-8'
  return fields.base64 === undefined ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}

function padded(body: Body, padBytes: number): Body {
  if (padBytes === 0) return body
  return {
    bytes: body.bytes + padBytes,
    open: () => Readable.from(withPad(body.open(), padBytes)),
  }
}

async function* withPad(content: Readable, padBytes: number): AsyncGenerator<Buffer> {
  for await (const chunk of content) yield Buffer.from(chunk)
  for (let open = padBytes; open > 0; open -= PAD.length) yield PAD.subarray(0, open)
}
