import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { queueSchema, taskOnWireSchema, type TaskOnWire } from '@/lib/shared/wire'
import { ask, postTask, uploadPicture } from '../../support/api'
import { startProgram, type Program } from '../../support/program'
import { startSimulator, startStudio, type Simulator, type Studio } from '../../support/studio'

const KEY = 'sk-faults-data-0123456789'
const PATIENCE_MS = 60_000
/** Everything that is a wait is short; the gateway renders one small clip and has it at once from then on. */
const SETTINGS = {
  AISPHERE_API_KEY: KEY,
  LEASE_MS: '3000',
  SUBMIT_TIMEOUT_MS: '2000',
  POLL_FIRST_MS: '100',
  POLL_EVERY_MS: '200',
  DISK_RESERVE_MB: '10',
}

export type Scene = {
  gateway: Simulator
  /** What a studio on this data folder is started with. */
  settings: (dataDir: string, more?: Record<string, string>) => Record<string, string>
  studio: (dataDir: string, more?: Record<string, string>) => Promise<Studio>
  /** A program of `dist` on this data folder, until it has ended: its code and all that it printed. */
  run: (
    name: string,
    dataDir: string,
    options?: { args?: string[]; more?: Record<string, string> },
  ) => Promise<{ code: number | null; said: string }>
  /** Numbers of the tasks that the gateway has accepted so far: each is paid for. */
  accepted: () => string[]
  end: () => Promise<void>
}

/** A gateway with a ledger of its own, and what is started on data folders beside it. */
export async function openScene(folder: string): Promise<Scene> {
  const gatewayDir = path.join(folder, 'gateway')
  const gateway = await startSimulator(KEY, { SIMULATOR_DATA: gatewayDir, SIMULATOR_SPEED: '200' })
  const started: Program[] = []
  const settings = (dataDir: string, more = {}) => ({
    ...SETTINGS,
    AISPHERE_BASE_URL: gateway.url,
    DATA_DIR: dataDir,
    PORT: '0',
    ...more,
  })
  return {
    gateway,
    settings,
    studio: async (dataDir, more) => {
      const studio = await startStudio(settings(dataDir, more), dataDir)
      started.push(studio)
      return studio
    },
    run: async (name, dataDir, { args = [], more } = {}) => {
      const command = [`dist/${name}.mjs`, ...args]
      const program = startProgram(process.execPath, command, settings(dataDir, more))
      started.push(program)
      return { code: await program.ended(), said: program.log() }
    },
    accepted: () => acceptedIn(gatewayDir),
    end: async () => {
      for (const program of started) await program.stop('SIGKILL')
      await gateway.remove()
    },
  }
}

const ledgerLine = z.object({ accepted: z.boolean(), task_id: z.nullish(z.string()) })

function acceptedIn(gatewayDir: string): string[] {
  const file = path.join(gatewayDir, 'ledger.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines
    .map((line) => ledgerLine.parse(JSON.parse(line)))
    .flatMap(({ accepted, task_id: id }) => (accepted && id ? [id] : []))
}

/** Posts tasks that differ by their seed; answers their ids. */
export async function postTasks(url: string, seeds: readonly number[]): Promise<string[]> {
  const { id: imageId } = await uploadPicture(url, 'chelsea.png')
  const ids: string[] = []
  for (const seed of seeds) {
    const answer = await postTask(url, taskBody(imageId, seed), {
      'idempotency-key': `seed-${seed}`,
    })
    if (answer.status !== 202) throw new Error(`not accepted: ${answer.status}`)
    ids.push(taskOnWireSchema.parse(await answer.json()).id)
  }
  return ids
}

export function taskBody(imageId: string, seed: number) {
  return { model: 'aisphere-v5', prompt: 'slowly', image: { imageId }, resolution: '360p', seed }
}

export async function readTask(url: string, id: string): Promise<TaskOnWire> {
  return taskOnWireSchema.parse(await (await ask(url, `/api/tasks/${id}`)).json())
}

export async function readQueue(url: string) {
  return queueSchema.parse(await (await ask(url, '/api/queue')).json())
}

/** A request that changes something, with a body in JSON; its status. */
export async function send(url: string, route: string, body: object = {}): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await ask(url, route, init)).status
}

export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`)
    await sleep(100)
  }
}
