import type { IncomingMessage } from 'node:http'
import { hasKey, wrongKey } from '../bearer'
import { BAD_PARAMETER, type Complaint } from '../complaint'
import type { Context } from '../context'
import { createTask } from '../create-task'
import { pageComplaints } from '../page-rules'
import { readBody, type ReceivedBody } from '../read-body'
import { envelope, WHOLE, type Answer, type Reply } from '../reply'
import type { SubmitBehaviour } from '../scenarios/behaviours'
import { toldAnswer, toldDelivery } from '../scenarios/told-answer'
import { NO_USAGE } from '../usage'

/** What became of a submit, for the ledger and for the client. */
interface Verdict {
  reply: Reply
  /** The envelope's code; null when a scenario answered. */
  code: number | null
  taskId: string | null
  sha256s: string[]
}

/** More complaints than these add nothing but length. */
const MAX_COMPLAINTS = 5

/** `POST /api/v1/video/generation`. The ledger has its line before the answer leaves. */
export async function submit(context: Context, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request)
  const isKnown = hasKey(request, context.settings.apiKey)
  const situation = { prompt: promptOf(body), taskId: null, hasSucceeded: false }
  const told = isKnown ? context.scenarios.takeSubmit(situation) : null
  const verdict = isKnown
    ? await judgeAsTold(context, body, told)
    : refusal({ status: 401, code: 400401, reply: wrongKey() })
  await context.ledger.append({
    at: new Date(context.now()).toISOString(),
    accepted: verdict.taskId !== null,
    task_id: verdict.taskId,
    code: verdict.code,
    body: contentOf(body),
    image_sha256s: verdict.sha256s,
  })
  // A body that the page refuses is refused whatever the scenario wanted to do once it was accepted.
  const isTold = verdict.taskId !== null || verdict.code === null
  return { reply: verdict.reply, delivery: isTold ? toldDelivery(told) : WHOLE }
}

async function judgeAsTold(
  context: Context,
  body: ReceivedBody,
  told: SubmitBehaviour | null,
): Promise<Verdict> {
  switch (told?.kind) {
    case 'answer':
      return { reply: toldAnswer(told), code: null, taskId: null, sha256s: [] }
    case 'cut':
    case 'hang':
      return { reply: stopped(), code: null, taskId: null, sha256s: [] }
    case 'accept-then-answer': {
      const verdict = await judge(context, body)
      return verdict.taskId === null ? verdict : { ...verdict, reply: toldAnswer(told) }
    }
    default:
      return judge(context, body)
  }
}

async function judge(context: Context, body: ReceivedBody): Promise<Verdict> {
  if (body.kind === 'too-large') {
    return refusal({ status: 413, code: BAD_PARAMETER, message: 'body: is larger than 20 MB' })
  }
  if (body.kind === 'text') {
    return refusal({ status: 400, code: BAD_PARAMETER, message: 'body: must be JSON' })
  }
  const [first, ...more] = pageComplaints(body.value, context.settings.headtailKeys)
  if (first) return refuseFor([first, ...more])
  const created = await createTask(context, body.value)
  if (!created.ok) return refuseFor([created.complaint])
  const { task } = created
  const data = { urls: [], usage: NO_USAGE, expired: '', task_id: task.id, task_status: 'queued' }
  return {
    reply: envelope({ status: 200, code: 0, message: 'success', data }),
    code: 0,
    taskId: task.id,
    sha256s: task.pictures.map((picture) => picture.sha256),
  }
}

function refuseFor(complaints: readonly [Complaint, ...Complaint[]]): Verdict {
  const sentences = complaints.map(({ field, message }) => `${field}: ${message}`)
  const message = sentences.slice(0, MAX_COMPLAINTS).join('; ')
  return refusal({ status: 400, code: complaints[0].code, message })
}

function refusal(
  options: { status: number; code: number } & ({ message: string } | { reply: Reply }),
): Verdict {
  const reply = 'reply' in options ? options.reply : envelope(options)
  return { reply, code: options.code, taskId: null, sha256s: [] }
}

/** Never sent: the connection is cut or left hanging instead. */
function stopped(): Reply {
  return envelope({ status: 503, code: 500000, message: 'not sent' })
}

function contentOf(body: ReceivedBody): unknown {
  if (body.kind === 'json') return body.value
  return body.kind === 'text' ? body.text : null
}

function promptOf(body: ReceivedBody): string | null {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return null
  const prompt = 'prompt' in body.value ? body.value.prompt : null
  return typeof prompt === 'string' ? prompt : null
}
