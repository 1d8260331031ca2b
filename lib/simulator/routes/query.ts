import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { hasKey, wrongKey } from '../bearer'
import type { Context } from '../context'
import { lifeOf, type Life } from '../life'
import { linkAddress } from '../links'
import { envelope, WHOLE, type Answer, type Reply } from '../reply'
import type { QueryBehaviour } from '../scenarios/behaviours'
import { toldAnswer, toldDelivery } from '../scenarios/told-answer'
import type { Task } from '../task-files'
import { NO_USAGE, usageOf } from '../usage'

const GENERATION = '/api/v1/video/generation'
const TASK = '/api/v1/video/task'

/** The task id that an address asks for in the one form that exists here; null: not a query. */
export function queriedId(context: Context, url: URL): string | null {
  const { queryForm } = context.settings
  if (queryForm === 'parameter') {
    return url.pathname === GENERATION ? url.searchParams.get('task_id') : null
  }
  const prefix = `${queryForm === 'task' ? TASK : GENERATION}/`
  const id = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : ''
  return id === '' || id.includes('/') ? null : id
}

export function query(context: Context, request: IncomingMessage, id: string): Answer {
  if (!hasKey(request, context.settings.apiKey)) return { reply: wrongKey(), delivery: WHOLE }
  const task = context.files.get(id)
  const life = task && lifeOfTask(context, task)
  const told = context.scenarios.takeQuery({
    prompt: task?.submission.prompt ?? null,
    taskId: task?.id ?? null,
    hasSucceeded: life === 'succeeded',
  })
  const delivery = toldDelivery(told)
  if (told?.kind === 'answer') return { reply: toldAnswer(told), delivery }
  if (!task || !life || told?.kind === 'forget') return { reply: unknownTask(), delivery }
  return { reply: describe(context, { task, life, told }), delivery }
}

function lifeOfTask(context: Context, task: Task): Life {
  const { settings, renders } = context
  const rendered = renders.isRendered(task.clip.key) ? 'rendered' : 'waiting'
  return lifeOf({
    createdAt: task.createdAt,
    now: context.now(),
    clip: task.failure === null ? rendered : 'failed',
    settings,
  })
}

function describe(
  context: Context,
  options: { task: Task; life: Life; told: QueryBehaviour | null },
): Reply {
  const { task, life, told } = options
  const word = told?.kind === 'status' ? told.word : life
  const data = { urls: [], usage: NO_USAGE, expired: '', task_id: task.id, task_status: word }
  if (told?.kind === 'fail') {
    const { code = 0, message } = told
    return envelope({ status: 200, code, message, data: { ...data, task_status: 'failed' } })
  }
  if (life === 'failed') {
    return envelope({ status: 200, code: 0, message: task.failure ?? '', data })
  }
  if (life !== 'succeeded') return envelope({ status: 200, code: 0, message: 'success', data })
  const usage = usageOf(task)
  const linked = told?.kind === 'no-link' ? {} : freshLink(context, task, told)
  const full = { ...data, usage, ...linked }
  return envelope({ status: 200, code: 0, message: 'success', data: full })
}

/** Every query gives another link, which lives its full time from now. */
function freshLink(
  context: Context,
  task: Task,
  told: QueryBehaviour | null,
): { urls: string[]; expired: string } {
  const expires = context.now() + context.settings.linkMs
  const mark = randomUUID()
  if (told?.kind === 'dead-link') context.linkFaults.set(mark, Infinity)
  if (told?.kind === 'late-link') context.linkFaults.set(mark, told.times)
  const link = { taskId: task.id, mark, expires }
  const address = linkAddress(context.origin(), link, context.linkSecret)
  return { urls: [address], expired: String(Math.ceil(expires / 1000)) }
}

function unknownTask(): Reply {
  return envelope({ status: 404, code: 400404, message: 'task not found' })
}
