import { chmodSync, cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client/sqlite3'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { databaseIn, execute, hashOf, REFUSED } from './spoilt-data'
import { openScene, postTasks, readTask, taskBody, until, type Scene } from './data-scene'
import { ask, postTask, uploadPicture } from '../../support/api'
import { temporaryFolder } from '../../support/studio'

const LOCK_MS = 10_000
const TASKS = 3

/** The database in every bad state: a studio that runs answers 503, one that starts refuses, and nothing is sent. */
export const f14: FaultTest = {
  id: 'F14',
  title: 'database locked 10 s, read-only, corrupt, of a newer schema, wrong PRAGMA; two studios',
  sizes: { short: null, usual: 1, full: 5 },
  run: async (context) => {
    const scene = await openScene(context.folder)
    const outcome: FaultOutcome = {
      counts: { refusals: 0, locks: 0, busyAnswers: 0, secondStudios: 0 },
      broken: [],
    }
    try {
      const dataDir = path.join(context.folder, 'data')
      await prepare(scene, dataDir)
      for (let round = 0; round < context.size; round += 1) {
        await refusals(scene, dataDir, context, outcome)
        await secondStudio(scene, path.join(context.folder, `second-${round}`), outcome)
        await locked({ scene, context, round, outcome })
      }
      outcome.counts.accepted = scene.accepted().length
      return outcome
    } finally {
      await scene.end()
    }
  },
}

/** A folder with tasks that a start would send at once. */
async function prepare(scene: Scene, dataDir: string): Promise<void> {
  const studio = await scene.studio(dataDir, { WORKER: 'off' })
  await postTasks(
    studio.url,
    Array.from({ length: TASKS }, (_, seed) => seed),
  )
  await studio.stop()
  await execute(dataDir, 'PRAGMA wal_checkpoint(TRUNCATE)')
}

async function refusals(
  scene: Scene,
  dataDir: string,
  context: FaultContext,
  outcome: FaultOutcome,
): Promise<void> {
  const before = scene.accepted().length
  for (const { name, says, spoil, more } of REFUSED) {
    const say = (line: string) => outcome.broken.push(`${name}: ${line}`)
    const spoilt = temporaryFolder() // where nobody may look, too
    cpSync(dataDir, spoilt, { recursive: true })
    await spoil(spoilt)
    const hash = hashOf(databaseIn(spoilt))
    for (const program of ['front-door', 'worker-alone', 'worker']) {
      const { code, said } = await scene.run(program, spoilt, { more })
      const lines = said
        .split('\n')
        .filter((line) => line.startsWith('AiSphere Studio cannot start. '))
      outcome.counts.refusals = (outcome.counts.refusals ?? 0) + 1
      if (code !== 1) say(`${program} ended with ${code}: ${said}`)
      if (lines.length !== 1 || !says.test(lines[0] ?? '')) say(`${program} said ${said}`)
      if (/^\s+at /m.test(said)) say(`${program} printed a stack`)
    }
    if (hashOf(databaseIn(spoilt)) !== hash) say('the file was changed')
    chmodSync(spoilt, 0o755)
    rmSync(spoilt, { recursive: true, force: true })
    context.say(`refused: ${name}`)
  }
  if (scene.accepted().length !== before)
    outcome.broken.push('something was sent from a refused folder')
}

/** A folder has one studio: also while the first one's worker lives on after a kill, and again when all is over. */
async function secondStudio(
  scene: Scene,
  dataDir: string,
  { counts, broken }: FaultOutcome,
): Promise<void> {
  const first = await scene.studio(dataDir, { WORKER: 'off' })
  const second = await scene.run('front-door', dataDir)
  counts.secondStudios = (counts.secondStudios ?? 0) + 1
  const names = new RegExp(`in use by another studio \\(process ${first.process.pid}, ${first.url}`)
  if (second.code !== 1 || !names.test(second.said)) broken.push(`a second studio: ${second.said}`)
  await first.stop('SIGKILL')
  const third = await scene.studio(dataDir)
  if ((await ask(third.url, '/api/health/ready')).status !== 200)
    broken.push('no studio after a kill')
  await third.stop()
}

type Locked = { scene: Scene; context: FaultContext; round: number; outcome: FaultOutcome }

/** Somebody else keeps the write lock for ten seconds, in the middle of the work. */
async function locked({ scene, context, round, outcome }: Locked): Promise<void> {
  const { counts, broken } = outcome
  const add = (name: string) => void (counts[name] = (counts[name] ?? 0) + 1)
  const dataDir = path.join(context.folder, `locked-${round}`)
  const before = scene.accepted().length
  const studio = await scene.studio(dataDir)
  const early = await postTasks(studio.url, [round * 10 + 1])
  const { id: imageId } = await uploadPicture(studio.url, 'chelsea.png')
  const other = createClient({ url: `file:${databaseIn(dataDir)}` })
  await other.execute('BEGIN IMMEDIATE')
  add('locks')
  const ends = performance.now() + LOCK_MS
  while (performance.now() < ends - 5_000) {
    const answers = [
      await postTask(studio.url, taskBody(imageId, round * 10 + 2), {
        'idempotency-key': 'in-the-lock',
      }),
      await ask(studio.url, `/api/tasks/${early[0]}/cancel`, { method: 'POST' }),
    ]
    for (const answer of answers) {
      if (answer.status !== 503) continue
      add('busyAnswers')
      const body: unknown = await answer.json()
      if (!/^\d+$/.test(answer.headers.get('retry-after') ?? ''))
        broken.push('503 without Retry-After')
      if (!JSON.stringify(body).includes('"busy"')) broken.push(`503 said ${JSON.stringify(body)}`)
    }
    const others = answers.filter(({ status }) => ![202, 409, 503].includes(status))
    for (const { status } of others) broken.push(`a locked database was answered with ${status}`)
    for (const route of ['/', '/gallery', `/tasks/${early[0]}`, '/api/tasks', '/api/queue']) {
      const { status } = await ask(studio.url, route)
      if (status !== 200) broken.push(`${route} answered ${status} while the database was locked`)
    }
  }
  await sleep(Math.max(0, ends - performance.now()))
  await other.execute('COMMIT')
  other.close()
  await postTasks(studio.url, [round * 10 + 3])
  const late = await postTask(studio.url, taskBody(imageId, round * 10 + 2), {
    'idempotency-key': 'in-the-lock',
  })
  if (late.status !== 202)
    broken.push(`after the lock the same request was answered with ${late.status}`)
  const { tasks } = JSON.parse(await (await ask(studio.url, '/api/tasks')).text())
  const ids = Array.isArray(tasks) ? tasks.map(({ id }: { id: string }) => id) : []
  if (ids.length !== 3) broken.push(`${ids.length} tasks instead of 3`)
  const ended = async () =>
    (await Promise.all(ids.map((id) => readTask(studio.url, id)))).every(({ status }) =>
      ['succeeded', 'unconfirmed'].includes(status),
    )
  await until('all tasks have ended', ended)
  if (scene.accepted().length - before !== 3)
    broken.push(`${scene.accepted().length - before} submits instead of 3`)
  if (counts.busyAnswers === 0) broken.push('no answer said that the database is locked')
  await studio.stop()
}
