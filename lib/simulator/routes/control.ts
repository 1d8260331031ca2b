import type { IncomingMessage } from 'node:http'
import { hasKey, wrongKey } from '../bearer'
import { BAD_PARAMETER } from '../complaint'
import type { Context } from '../context'
import { readBody } from '../read-body'
import { bareNotFound, envelope, jsonReply, type Reply } from '../reply'
import { readRules } from '../scenarios/read-rules'

/** `/_simulator/…`: what tests tell the simulator and ask it. Behind the same key. */
export async function control(
  context: Context,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  if (!hasKey(request, context.settings.apiKey)) return wrongKey()
  switch (`${request.method} ${url.pathname}`) {
    case 'PUT /_simulator/scenarios':
      return putScenarios(context, request)
    case 'GET /_simulator/scenarios':
      return jsonReply(200, context.scenarios.list())
    case 'DELETE /_simulator/scenarios':
      context.scenarios.replace([])
      return jsonReply(200, [])
    case 'GET /_simulator/requests':
      return jsonReply(200, context.requests.list())
    default:
      return bareNotFound()
  }
}

async function putScenarios(context: Context, request: IncomingMessage): Promise<Reply> {
  const body = await readBody(request)
  const value = body.kind === 'json' ? body.value : null
  const read = readRules(value, new Date(context.now()))
  if (!read.ok) return envelope({ status: 400, code: BAD_PARAMETER, message: read.message })
  context.scenarios.replace(read.value)
  return jsonReply(200, context.scenarios.list())
}
