import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { openScene, postTasks, readQueue, readTask, send, until, type Scene } from './data-scene'

/** Tasks that wait when the backup is made; some of them are sent before it is put back. */
const TASKS = 6
/** A worker that would send looks five times a second. */
const WATCH_MS = 2_500

/** How the older database comes back: by our own script, or by a person who copies the file. */
const WAYS = ['restore', 'copy'] as const

/** An older database comes back after more was sent. Nobody but a person sends what waited in it. */
export const f15: FaultTest = {
  id: 'F15',
  title: 'an older backup restored after more submits',
  sizes: { short: null, usual: 4, full: 20 },
  run: async (context) => {
    const scene = await openScene(context.folder)
    const outcome: FaultOutcome = {
      counts: { restores: 0, held: 0, sentMeanwhile: 0, resent: 0 },
      broken: [],
    }
    try {
      for (let round = 0; round < context.size; round += 1) {
        await putBack({ scene, context, round, outcome })
        context.say(`${round + 1} of ${context.size} older databases put back`)
      }
      outcome.counts.accepted = scene.accepted().length
      return outcome
    } finally {
      await scene.end()
    }
  },
}

type Round = { scene: Scene; context: FaultContext; round: number; outcome: FaultOutcome }

async function putBack({ scene, context, round, outcome }: Round): Promise<void> {
  const { counts, broken } = outcome
  const way = WAYS[round % WAYS.length] ?? 'restore'
  const dataDir = path.join(context.folder, `data-${round}`)
  const say = (line: string) => broken.push(`round ${round} (${way}): ${line}`)
  const add = (name: string, count: number) => void (counts[name] = (counts[name] ?? 0) + count)

  const before = await scene.studio(dataDir, { WORKER: 'off' })
  const seeds = Array.from({ length: TASKS }, (_, index) => round * 100 + index)
  const ids = await postTasks(before.url, seeds)
  const archive = path.join(context.folder, `backup-${round}.tar`)
  const copy = path.join(context.folder, `copy-${round}`)
  if (way === 'restore') {
    const { code, said } = await scene.run('backup', dataDir, { args: [archive] })
    if (code !== 0) say(`the backup failed: ${said}`)
  }
  await before.stop()
  if (way === 'copy') copyDatabase(dataDir, copy)

  const first = scene.accepted().length
  const sending = await scene.studio(dataDir, { AISPHERE_CONCURRENCY: '1' })
  const some = 1 + Math.floor(context.random() * (TASKS - 1))
  await until('some were sent', () => scene.accepted().length >= first + some)
  await sending.stop(context.random() < 0.5 ? 'SIGKILL' : 'SIGTERM')
  await sleep(500) // a worker whose front door was killed ends by itself
  const sent = scene.accepted().length
  add('sentMeanwhile', sent - first)

  if (way === 'restore') {
    await until('nobody uses the folder', async () => {
      const { code } = await scene.run('restore', dataDir, { args: [archive, '--replace'] })
      return code === 0
    })
  } else copyDatabase(copy, dataDir)
  add('restores', 1)

  const after = await scene.studio(dataDir)
  await sleep(WATCH_MS)
  if (scene.accepted().length !== sent) say('something was sent without a person’s word')
  const tasks = await Promise.all(ids.map((id) => readTask(after.url, id)))
  const held = tasks.filter(
    ({ status, error }) => status === 'unconfirmed' && error?.code === 'studio_restored',
  )
  add('held', held.length)
  if (held.length !== TASKS) say(`${TASKS - held.length} tasks do not wait for a person`)
  const { paused } = await readQueue(after.url)
  if (paused?.reason !== 'restored') say(`the queue is paused for ${paused?.reason ?? 'nothing'}`)

  // One by one, as a person says: the first again, the others not.
  const [again, ...others] = ids
  for (const id of others)
    await send(after.url, `/api/tasks/${id}/resolve`, { action: 'dismiss', attempt: 1 })
  await send(after.url, `/api/tasks/${again}/resolve`, { action: 'resend', attempt: 1 })
  await send(after.url, '/api/queue/resume')
  await until('the one was sent', () => scene.accepted().length > sent)
  await sleep(WATCH_MS)
  add('resent', scene.accepted().length - sent)
  if (scene.accepted().length !== sent + 1) say('more was sent than a person said')
  await after.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** The database alone, as somebody would copy it: with what belongs to it, and nothing else. */
function copyDatabase(from: string, to: string): void {
  const isPart = (name: string) => name.startsWith('studio.db')
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(to).filter(isPart)) rmSync(path.join(to, name))
  for (const name of readdirSync(from).filter(isPart))
    copyFileSync(path.join(from, name), path.join(to, name))
}
