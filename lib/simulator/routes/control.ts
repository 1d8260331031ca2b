import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { hasKey, wrongKey } from '../bearer'
import { BAD_PARAMETER } from '../complaint'
import type { Context } from '../context'
import { readBody } from '../read-body'
import { bareNotFound, envelope, jsonReply, type Reply } from '../reply'
import { rulesSchema } from '../scenarios/behaviours'

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
  const parsed = rulesSchema.safeParse(body.kind === 'json' ? body.value : null)
  if (!parsed.success) {
    const message = z.prettifyError(parsed.error)
    return envelope({ status: 400, code: BAD_PARAMETER, message })
  }
  context.scenarios.replace(parsed.data)
  return jsonReply(200, context.scenarios.list())
}
