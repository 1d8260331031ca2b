import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { imageSchema, taskOnWireSchema, type TaskOnWire } from '@/lib/shared/wire'
import type { ToldLedger } from './told-ledger'

/** Waits between the tries of a patient client, and its patience. */
const AGAIN_MS = 150
const PATIENCE_MS = 60_000

export type Asked = { key: string; body: TaskBody }
export type TaskBody = ReturnType<typeof taskBody>
/** Undefined answer: the connection was refused or broke. */
export type Try = { answer: Response | null; why: string }

/** The smallest body there is: one picture, the least resolution, so that the simulator renders it once for all tasks. */
export function taskBody(imageId: string, prompt: string) {
  return { model: 'aisphere-v5', prompt, image: { imageId }, duration: 5, resolution: '360p' }
}

/** A client of the studio that writes down what it asked and what it was told. */
export function createClient(url: string, ledger: ToldLedger) {
  const tryPost = async ({ key, body }: Asked, signal?: AbortSignal): Promise<Try> => {
    ledger.asked(key, body.prompt)
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    const init = { method: 'POST', headers, body: JSON.stringify(body), signal }
    const tried = await tryAsk(() => ask(url, '/api/tasks', init))
    if (tried.answer?.status === 202) {
      const { id } = z.object({ id: z.string() }).parse(await tried.answer.clone().json())
      ledger.accepted(key, [id])
    } else {
      ledger.refused(key, tried.why)
    }
    return tried
  }
  /** Tries with the same key until it is accepted, as whoever wants the clip would. */
  const post = (asked: Asked): Promise<TaskOnWire> =>
    patiently(async () => {
      const { answer, why } = await tryPost(asked)
      if (answer?.status === 202) return taskOnWireSchema.parse(await answer.json())
      if (answer && answer.status < 500) throw new Error(`refused: ${why}`)
      return null
    })
  const upload = (name: string): Promise<string> =>
    patiently(async () => {
      const form = new FormData()
      form.set('file', new Blob([readFileSync(path.resolve('e2e/fixtures', name))]), name)
      const { answer } = await tryAsk(() => ask(url, '/api/images', { method: 'POST', body: form }))
      return answer?.status === 201 ? imageSchema.parse(await answer.json()).id : null
    })
  const read = (id: string): Promise<TaskOnWire> =>
    patiently(async () => {
      const { answer } = await tryAsk(() => ask(url, `/api/tasks/${id}`))
      return answer?.status === 200 ? taskOnWireSchema.parse(await answer.json()) : null
    })
  /** A decision about a task: `cancel`, or `resolve` with its body. */
  const decide = (id: string, verb: 'cancel' | 'resolve', body: object = {}): Promise<Try> => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return tryAsk(() => ask(url, `/api/tasks/${id}/${verb}`, init))
  }
  return { tryPost, post, upload, read, decide }
}
export type Client = ReturnType<typeof createClient>

/** As the studio's own page would send it. */
function ask(url: string, route: string, init: RequestInit & { headers?: object } = {}) {
  return fetch(url + route, { ...init, headers: { origin: url, ...init.headers } })
}

async function tryAsk(request: () => Promise<Response>): Promise<Try> {
  try {
    const answer = await request()
    // Read whole: an answer that broke off half-way was none.
    const body = await answer.clone().text()
    return { answer, why: `${answer.status} ${body.slice(0, 200)}` }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    return { answer: null, why: `${String(error)} ${String(cause ?? '')}` }
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
