import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { parseJson } from '@/lib/client/parse-json'
import type { TaskStatus } from '@/lib/shared/task-states'
import { imageSchema, taskOnWireSchema, type TaskOnWire } from '@/lib/shared/wire'
import type { ToldLedger } from './told-ledger'

/** Waits between the tries of a patient client, and its patience. */
const AGAIN_MS = 150
const PATIENCE_MS = 60_000

export type Asked = { key: string; body: TaskBody }
export type TaskBody = ReturnType<typeof taskBody>
/** One request and what came of it. */
export type Try = {
  /** Null: the connection was refused, or broke before the whole answer was there. */
  status: number | null
  /** As JSON, where it is that. */
  body: unknown
  retryAfter: string | null
  /** In words, for whoever looks at a failing run. */
  why: string
}

const idSchema = z.object({ id: z.string() })
const batchSchema = z.object({ tasks: z.array(idSchema) })

/** The smallest body there is: one picture, the least resolution, so that the simulator renders it once for all tasks. */
export function taskBody(imageId: string, prompt: string) {
  return { model: 'aisphere-v5', prompt, image: { imageId }, duration: 5, resolution: '360p' }
}

/** A client of the studio that writes down what it asked and what it was told. */
export function createClient(url: string, ledger: ToldLedger) {
  const tryPost = async ({ key, body }: Asked, signal?: AbortSignal): Promise<Try> => {
    ledger.asked(key, body.prompt)
    const headers = { ...JSON_TYPE, 'idempotency-key': key }
    const init = { ...asJson(body), headers, signal }
    const tried = await ask(url, '/api/tasks', init)
    if (tried.status === 202) ledger.accepted(key, [idSchema.parse(tried.body).id])
    else ledger.refused(key, tried.why)
    return tried
  }
  /** Tries with the same key until it is accepted, as whoever wants the clip would. */
  const post = (asked: Asked): Promise<TaskOnWire> =>
    patiently(async () => {
      const { status, body, why } = await tryPost(asked)
      if (status === 202) return taskOnWireSchema.parse(body)
      if (status !== null && status < 500) throw new Error(`refused: ${why}`)
      return null
    })
  /** The same for several under one key. */
  const postBatch = (key: string, tasks: TaskBody[]): Promise<string[]> =>
    patiently(async () => {
      for (const { prompt } of tasks) ledger.asked(key, prompt)
      const init = { ...asJson({ tasks }), headers: { ...JSON_TYPE, 'idempotency-key': key } }
      const { status, body, why } = await ask(url, '/api/batches', init)
      if (status !== 202) return refusedFor(key, why)
      const ids = batchSchema.parse(body).tasks.map(({ id }) => id)
      ledger.accepted(key, ids)
      return ids
    })
  const refusedFor = (key: string, why: string) => {
    ledger.refused(key, why)
    return null
  }
  const upload = (name: string) =>
    uploadBytes(readFileSync(path.resolve('e2e/fixtures', name)), name)
  const uploadBytes = (bytes: Buffer, name: string): Promise<string> =>
    patiently(async () => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)]), name)
      const { status, body } = await ask(url, '/api/images', { method: 'POST', body: form })
      return status === 201 ? imageSchema.parse(body).id : null
    })
  const read = (id: string): Promise<TaskOnWire> =>
    patiently(async () => {
      const { status, body } = await ask(url, `/api/tasks/${id}`)
      return status === 200 ? taskOnWireSchema.parse(body) : null
    })
  /** Reads until the task is in one of these states. */
  const until = (id: string, ...statuses: TaskStatus[]): Promise<TaskOnWire> =>
    patiently(async () => {
      const task = await read(id)
      return statuses.includes(task.status) ? task : null
    })
  /** A decision of a person about a task: `cancel`, or `resolve` with what they decide. */
  const decide = (id: string, verb: 'cancel' | 'resolve', decision: object = {}): Promise<Try> =>
    ask(url, `/api/tasks/${id}/${verb}`, asJson(decision))
  /** Sends an unconfirmed task again, clicking until it is said that it was done, now or before. */
  const resend = (id: string, attempt: number): Promise<Try> =>
    patiently(async () => {
      const tried = await decide(id, 'resolve', { attempt, action: 'resend' })
      return tried.status === 200 || tried.status === 409 ? tried : null
    })
  const resumeQueue = (): Promise<Try> =>
    patiently(async () => {
      const tried = await ask(url, '/api/queue/resume', asJson({}))
      return tried.status === 200 ? tried : null
    })
  return {
    tryPost,
    post,
    postBatch,
    upload,
    uploadBytes,
    read,
    until,
    decide,
    resend,
    resumeQueue,
  }
}
export type Client = ReturnType<typeof createClient>

const JSON_TYPE = { 'content-type': 'application/json' }

function asJson(body: object) {
  return { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }
}

/** As the studio's own page would send it; read whole, since an answer that broke off half-way was none. */
async function ask(
  url: string,
  route: string,
  init: RequestInit & { headers?: object } = {},
): Promise<Try> {
  try {
    const answer = await fetch(url + route, { ...init, headers: { origin: url, ...init.headers } })
    const text = await answer.text()
    const { status, headers } = answer
    const why = `${status} ${text.slice(0, 200)}`
    return { status, body: parseJson(text), retryAfter: headers.get('retry-after'), why }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    const why = `${String(error)} ${String(cause ?? '')}`
    return { status: null, body: null, retryAfter: null, why }
  }
}

async function patiently<T>(attempt: () => Promise<T | null>): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const done = await attempt()
    if (done !== null) return done
    await sleep(AGAIN_MS)
  }
  throw new Error('a client lost its patience')
}
