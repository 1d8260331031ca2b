import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect } from 'playwright/test'
import { ask, createTask, readTask, waitForStatus } from './api'
import { startSimulator, startStudio, type Simulator, type Studio } from './studio'

/** The tasks of a studio that has seen everything, by what became of them. */
export type EveryState = {
  studio: Studio
  ids: Record<'done' | 'running' | 'failed' | 'unconfirmed' | 'lost' | 'queued', string>
  remove: () => Promise<void>
}

const KEY = 'sk-states-0123456789'
/** Nothing in it lets a line break. */
export const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(8)
export const LONG_CHINESE =
  '镜头从远处缓缓推近穿过薄雾弥漫的清晨山谷阳光透过云层洒在湖面上泛起层层金色涟漪'.repeat(6)
const DAYS_AGO_MS = 3 * 24 * 60 * 60 * 1000

const html = { kind: 'answer', status: 200, contentType: 'text/html', text: '<html>hello</html>' }
const SCENARIOS = [
  { on: 'query', prompt: 'running', do: { kind: 'status', word: 'processing' } },
  { on: 'query', prompt: 'lost', do: { kind: 'status', word: 'processing' } },
  { on: 'query', prompt: 'failed', do: { kind: 'fail', message: `${LONG_WORD} ${LONG_CHINESE}` } },
  { on: 'submit', prompt: 'unconfirmed', do: html },
  {
    on: 'submit',
    prompt: 'queued',
    do: { kind: 'answer', status: 401, json: { code: 401, message: 'bad key' } },
  },
]

/** A studio with a task in each state that a person can meet, and its queue paused by a key that is refused. */
export async function startEveryState(): Promise<EveryState> {
  const gateway = await startSimulator(KEY)
  const studio = await startStudio({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway.url })
  await gateway.misbehave(SCENARIOS)
  const make = async (prompt: string, picture: string) =>
    (await createTask(studio.url, picture, { prompt })).id
  const done = await make(`${LONG_WORD} ${LONG_CHINESE}`, 'chelsea.png')
  const running = await make('running: steam rises from the cup', 'coffee.png')
  const lost = await make('lost: the flag moves in the wind', 'astronaut.png')
  const failed = await make('failed: the rocket lifts off', 'rocket.jpg')
  const unconfirmed = await make(`unconfirmed ${LONG_CHINESE}`, 'rocket.jpg')
  const ids = { done, running, lost, failed, unconfirmed, queued: '' }
  await waitForStatus(studio.url, lost, 'running')
  await sentDaysAgo(studio, lost)
  await Promise.all([
    waitForStatus(studio.url, done, 'succeeded'),
    waitForStatus(studio.url, running, 'running'),
    waitForStatus(studio.url, failed, 'failed'),
    waitForStatus(studio.url, unconfirmed, 'unconfirmed'),
    waitForStatus(studio.url, lost, 'failed'),
  ])
  expect((await readTask(studio.url, lost)).error?.code).toBe('result_lost')
  // The last: from here on nothing is sent.
  ids.queued = await make('queued: the cat turns its head', 'chelsea.png')
  await expect
    .poll(async () => (await (await ask(studio.url, '/api/queue')).json()).paused?.reason)
    .toBe('key_refused')
  return { studio, ids, remove: () => removeBoth(studio, gateway) }
}

/** The gateway is asked for days before a result is given up: the row says that they have passed. */
async function sentDaysAgo(studio: Studio, id: string): Promise<void> {
  await withDatabase(studio.dataDir, async (database) => {
    await database.execute({
      sql: 'UPDATE "Task" SET "submittedAt" = ? WHERE "id" = ?',
      args: [new Date(Date.now() - DAYS_AGO_MS).toISOString(), id],
    })
  })
}

type Database = ReturnType<typeof createClient>

/** Beside the running studio, as another process would. */
export async function withDatabase(
  dataDir: string,
  run: (database: Database) => Promise<void>,
): Promise<void> {
  const database = createClient({ url: `file:${path.join(dataDir, 'studio.db')}` })
  try {
    await database.execute('PRAGMA busy_timeout = 2000')
    await run(database)
  } finally {
    database.close()
  }
}

async function removeBoth(studio: Studio, gateway: Simulator): Promise<void> {
  await studio.remove()
  await gateway.remove()
}
