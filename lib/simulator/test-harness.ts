import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import type { Renderer } from './render/renderer'
import type { ScenarioRule } from './scenarios/behaviours'
import type { NamedRule } from './scenarios/read-rules'
import { startSimulator, type Simulator, type SimulatorOptions } from './start-simulator'

export const KEY = 'sk-test'
export const GENERATION = '/api/v1/video/generation'

/** What the quick renderer takes for a clip. */
export const CLIP = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 31) % 251))

const envelopeSchema = z.strictObject({
  code: z.number(),
  data: z
    .strictObject({
      urls: z.array(z.string()),
      usage: z.strictObject({
        images: z.number(),
        seconds: z.number(),
        input_tokens: z.number(),
        output_tokens: z.number(),
        total_tokens: z.number(),
      }),
      expired: z.string(),
      task_id: z.string(),
      task_status: z.string(),
    })
    .nullable(),
  message: z.string(),
  request_id: z.string().min(1),
})
export type Envelope = z.infer<typeof envelopeSchema>

export function quickRenderer(): Renderer {
  return { render: async () => CLIP, close: async () => undefined }
}

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function picture(
  size: { width: number; height: number; background?: string } = { width: 320, height: 320 },
): Sharp {
  return sharp({ create: { channels: 3, background: '#3366cc', ...size } })
}

export async function dataUri(image: Sharp = picture()): Promise<string> {
  return `data:image/png;base64,${(await image.png().toBuffer()).toString('base64')}`
}

/** A body that the page allows; `undefined` takes a field away. */
export async function submitBody(
  overrides: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return {
    _action: 'i2v',
    model: 'aisphere-v4.5',
    prompt: 'a boat leaves the harbour',
    image: { imageUrl: await dataUri() },
    ...overrides,
  }
}

export interface TestSimulator extends Simulator {
  data: string
  clock: { now: number }
  /** A request with the key. */
  call: (path: string, init?: RequestInit) => Promise<Response>
  submit: (overrides?: Record<string, unknown>) => Promise<Response>
  /** Submits and expects to be accepted. */
  accepted: (overrides?: Record<string, unknown>) => Promise<string>
  query: (id: string) => Promise<Envelope>
  /** Lets the task's time pass, and returns its first answer after that and after rendering. */
  ended: (id: string) => Promise<Envelope>
  /** The same, and expects that it succeeded. */
  succeeded: (id: string) => Promise<NonNullable<Envelope['data']>>
  scenarios: (rules: readonly (ScenarioRule | NamedRule)[]) => Promise<Response>
}

/** A simulator on a clock of the test's own, which stands until it is moved. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const clock = { now: Date.UTC(2030, 0, 1) }
  const data = options.data ?? (await temporaryFolder())
  const now = () => clock.now
  const base = { apiKey: KEY, data, now, renderer: quickRenderer() }
  const simulator = await startSimulator({ ...base, ...options })
  onTestFinished(() => simulator.close())
  const call: TestSimulator['call'] = (path_, init = {}) =>
    fetch(new URL(path_, simulator.url), {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${KEY}`, ...init.headers },
    })
  const post = (path_: string, method: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    return call(path_, { method, headers, body: JSON.stringify(body) })
  }
  const submit: TestSimulator['submit'] = async (overrides) =>
    post(GENERATION, 'POST', await submitBody(overrides))
  const query: TestSimulator['query'] = async (id) =>
    readEnvelope(await call(`/api/v1/video/task/${id}`))
  const ended: TestSimulator['ended'] = (id) => {
    clock.now += 60_000
    return vi.waitFor(async () => {
      const answer = await query(id)
      if (answer.data?.task_status === 'processing') throw new Error('is still processing')
      return answer
    }, 10_000)
  }
  return {
    ...simulator,
    data,
    clock,
    call,
    submit,
    query,
    accepted: async (overrides) => {
      const { data: task, message } = await readEnvelope(await submit(overrides))
      if (!task) throw new Error(`not accepted: ${message}`)
      return task.task_id
    },
    ended,
    succeeded: async (id) => {
      const { data: task, message } = await ended(id)
      if (task?.task_status !== 'succeeded') throw new Error(`${task?.task_status}: ${message}`)
      return task
    },
    scenarios: (rules) => post('/_simulator/scenarios', 'PUT', rules),
  }
}

export async function readEnvelope(response: Response): Promise<Envelope> {
  return envelopeSchema.parse(await response.json())
}
