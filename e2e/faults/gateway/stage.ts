import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { queueSchema, taskOnWireSchema, type QueueOnWire, type TaskOnWire } from '@/lib/shared/wire'
import { freePort } from '../../bench/peers/free-port'
import { Scope } from '../../bench/machinery/scope'
import { startProgram, type Program } from '../../support/program'
import { ask, postTask, uploadPicture } from '../../support/api'

const KEY = 'sk-faults-gateway-0123456789'
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 25
/** Everything that is a wait is short; what the studio promises is the same for any value of these. */
const SETTINGS = {
  LEASE_MS: '15000',
  SUBMIT_TIMEOUT_MS: '10000',
  POLL_FIRST_MS: '100',
  POLL_EVERY_MS: '200',
  AISPHERE_CONCURRENCY: '50',
  DISK_RESERVE_MB: '10',
  LOG_LEVEL: 'info',
}
const CONTRACT = {
  loadWaitMs: 400,
  rateWaitMs: 400,
  retryAfterMaxMs: 1500,
  refusedKeyWaitMs: 1000,
  backoff: { firstMs: 100, maxMs: 1000 },
  queryTimeoutMs: 1000,
  // What is unconfirmed keeps no place of the account.
  life: { fromMs: 0, untilMs: 0 },
}

export type Stage = Awaited<ReturnType<typeof openStage>>
export type StageOptions = {
  settings?: Record<string, string>
  contract?: object
  gateway?: Record<string, string>
}

/** A studio and a gateway that misbehaves as told, in a folder of their own. */
export async function openStage(folder: string, options: StageOptions = {}) {
  const scope = new Scope()
  const gatewayDir = path.join(folder, 'gateway')
  const dataDir = path.join(folder, 'data')
  mkdirSync(folder, { recursive: true })
  const contractFile = path.join(folder, 'contract.json')
  writeFileSync(contractFile, JSON.stringify({ ...CONTRACT, ...options.contract }))
  const gatewayPort = String(await freePort())
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`
  let gateway: Program
  const startGateway = async () => {
    const own = { SIMULATOR_API_KEY: KEY, SIMULATOR_DATA: gatewayDir, SIMULATOR_PORT: gatewayPort }
    const settings = { SIMULATOR_SPEED: '200', ...own, ...options.gateway }
    gateway = startProgram(process.execPath, ['dist/simulator.mjs'], settings)
    await gateway.said(/"url":"http/)
  }
  const stopGateway = async () => void (await gateway.stop())
  await startGateway()
  scope.defer(stopGateway)
  const environment = {
    ...SETTINGS,
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gatewayUrl,
    AISPHERE_CONTRACT: contractFile,
    ...options.settings,
  }
  const studio = startProgram(process.execPath, ['dist/front-door.mjs'], environment)
  scope.defer(async () => {
    await studio.stop()
    writeFileSync(path.join(folder, 'studio.log'), studio.log())
  })
  const [, url = ''] = await studio.said(/ready at (http:\/\/localhost:\d+)/)
  const { id: imageId } = await uploadPicture(url, 'chelsea.png')
  return {
    ...askStudio(url, imageId),
    ...askGateway(gatewayUrl, gatewayDir),
    folder,
    dataDir,
    url,
    gatewayUrl,
    studio,
    startGateway,
    stopGateway,
    /** One more worker beside the studio's own. */
    startWorker: () => {
      const worker = startProgram(process.execPath, ['dist/worker.mjs'], environment)
      scope.defer(() => worker.stop())
      return worker
    },
    end: () => scope.end(),
  }
}

function askStudio(url: string, imageId: string) {
  const read = async (id: string): Promise<TaskOnWire> =>
    taskOnWireSchema.parse(await (await ask(url, `/api/tasks/${id}`)).json())
  const body = (prompt: string) => ({
    model: 'aisphere-v5',
    prompt,
    image: { imageId },
    resolution: '360p',
  })
  return {
    read,
    body,
    post: async (prompt: string): Promise<string> => {
      const answer = await postTask(url, body(prompt), { 'idempotency-key': randomUUID() })
      if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
      return taskOnWireSchema.parse(await answer.json()).id
    },
    /** Waits until it looks as it should; answers how it looked at last, also where it never did. */
    until: async (id: string, isThere: (task: TaskOnWire) => boolean, patienceMs = PATIENCE_MS) => {
      const giveUpAt = performance.now() + patienceMs
      let task = await read(id)
      while (!isThere(task) && performance.now() < giveUpAt) {
        await sleep(LOOK_EVERY_MS)
        task = await read(id)
      }
      return task
    },
    queue: async (): Promise<QueueOnWire> =>
      queueSchema.parse(await (await ask(url, '/api/queue')).json()),
    resume: () => ask(url, '/api/queue/resume', { method: 'POST' }),
    cancel: (id: string) => ask(url, `/api/tasks/${id}/cancel`, { method: 'POST' }),
  }
}

const lineSchema = z.object({
  at: z.string().transform((text) => Date.parse(text)),
  accepted: z.boolean(),
  task_id: z.string().nullable(),
  body: z.looseObject({ prompt: z.string() }).nullish().catch(null),
})
const requestSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  at: z.string().transform((text) => Date.parse(text)),
})

function askGateway(url: string, dataDir: string) {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  return {
    key: KEY,
    misbehave: async (rules: readonly object[]): Promise<void> => {
      const init = { method: 'PUT', headers, body: JSON.stringify(rules) }
      const answer = await fetch(`${url}/_simulator/scenarios`, init)
      if (!answer.ok) throw new Error(`a scenario was refused: ${await answer.text()}`)
    },
    /** What reached the gateway, in order: its own ledger of the submits. */
    submits: (prompt?: string) => {
      const file = path.join(dataDir, 'ledger.jsonl')
      const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
      const lines = text.split('\n').filter(Boolean)
      const all = lines.map((line) => lineSchema.parse(JSON.parse(line)))
      return prompt === undefined ? all : all.filter(({ body }) => body?.prompt === prompt)
    },
    requests: async () => {
      const answer = await fetch(`${url}/_simulator/requests`, { headers })
      return z.array(requestSchema).parse(await answer.json())
    },
  }
}
