import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { ask, picturePath, postTask, uploadPicture } from '../../support/api'
import { mediaFiles } from '../../support/media-files'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { openScene, readQueue, readTask, taskBody, until, type Scene } from './data-scene'

const PRELOAD = path.resolve('e2e/faults/tests/fail-disk.mjs')
/** Long enough for several tries of whatever tries again. */
const WATCH_MS = 2_500
/** A clip that had no room is tried again a minute later. */
const SAVED_WITHIN_MS = 180_000

/** What fails, where, and from which time on. `under` is a part of the path. */
type DiskFault = { op: string; code: string; under: string; after?: number }

/** Steps without which nothing paid may be sent. */
const BEFORE_SENDING: DiskFault[] = [
  { op: 'statfs', code: 'ENOSPC', under: 'media' },
  { op: 'write', code: 'ENOSPC', under: 'epoch.json' },
  { op: 'sync', code: 'EIO', under: 'epoch.json' },
]
/** Each step in which a clip or a picture comes to its place; a full disk and a broken one. */
const STEPS: DiskFault[] = [
  { op: 'open', code: 'ENOSPC', under: 'media/tmp/' },
  { op: 'write', code: 'ENOSPC', under: 'media/tmp/' },
  { op: 'write', code: 'EIO', under: 'media/tmp/' },
  { op: 'sync', code: 'ENOSPC', under: 'media/tmp/' },
  { op: 'sync', code: 'EIO', under: 'media/tmp/' },
  { op: 'rename', code: 'ENOSPC', under: 'media/' },
  { op: 'rename', code: 'EIO', under: 'media/' },
  { op: 'sync', code: 'EIO', under: 'media/clips/' },
]
/** In the middle of a clip, which is long enough for that; a picture is written at once. */
const IN_THE_MIDDLE: DiskFault = { op: 'write', code: 'ENOSPC', under: 'media/tmp/', after: 1 }

/** The disk fails at each step, and then no more: nothing is lost, and everything goes on by itself. */
export const f13: FaultTest = {
  id: 'F13',
  title: 'disk full at each step; sync fails',
  sizes: { short: null, usual: 1, full: 5 },
  run: async (context) => {
    const scene = await openScene(context.folder)
    const outcome: FaultOutcome = { counts: { faults: 0, met: 0, refusedUploads: 0 }, broken: [] }
    try {
      for (let round = 0; round < context.size; round += 1)
        await faultyDisk({ scene, context, round, outcome })
      outcome.counts.accepted = scene.accepted().length
      return outcome
    } finally {
      await scene.end()
    }
  },
}

type Round = { scene: Scene; context: FaultContext; round: number; outcome: FaultOutcome }
type Under = Round & {
  url: string
  dataDir: string
  /** While this file is there the disk fails as it says. */
  order: string
  /** Posts one task more and answers its id, or the status that refused it. */
  post: () => Promise<string | number>
}

async function faultyDisk(options: Round): Promise<void> {
  const { scene, context, round, outcome } = options
  const dataDir = path.join(context.folder, `data-${round}`)
  const order = path.join(context.folder, `order-${round}.json`)
  const studio = await scene.studio(dataDir, {
    NODE_OPTIONS: `--import=${pathToFileURL(PRELOAD).href}`,
    FAULT_DISK_FILE: order,
  })
  const { id: imageId } = await uploadPicture(studio.url, 'chelsea.png')
  const ids: string[] = []
  let seed = round * 1000
  const post = async () => {
    seed += 1
    const key = { 'idempotency-key': `seed-${seed}` }
    const answer = await postTask(studio.url, taskBody(imageId, seed), key)
    if (answer.status !== 202) return answer.status
    const { id } = z.object({ id: z.string() }).parse(await answer.json())
    ids.push(id)
    return id
  }
  const before = scene.accepted().length
  const under: Under = { ...options, url: studio.url, dataDir, order, post }
  for (const fault of BEFORE_SENDING) await sendsNothing(under, fault, ids)
  for (const fault of [...STEPS, IN_THE_MIDDLE]) await losesNothing(under, fault)

  const isSaved = async (id: string) => (await readTask(studio.url, id)).status === 'succeeded'
  const areSaved = async () => (await Promise.all(ids.map(isSaved))).every(Boolean)
  await until('every clip is saved', areSaved, SAVED_WITHIN_MS)
  const submits = scene.accepted().length - before
  if (submits !== ids.length) outcome.broken.push(`${submits} submits for ${ids.length} tasks`)
  const { code, said } = await scene.run('verify', dataDir)
  if (code !== 0) outcome.broken.push(`the archive is not whole: ${said}`)
  const left = mediaFiles(dataDir).filter((name) => name.startsWith('tmp/'))
  if (left.length > 0) outcome.broken.push(`temporary files were left: ${left.join(', ')}`)
  await studio.stop()
}

/** Where the disk does not let the studio note what it is about to do, or has no room for a clip. */
async function sendsNothing(under: Under, fault: DiskFault, ids: string[]): Promise<void> {
  const { scene, context, outcome, url, order, post } = under
  const say = (line: string) => outcome.broken.push(`${nameOf(fault)}: ${line}`)
  const sent = scene.accepted().length
  writeFileSync(order, JSON.stringify(fault))
  await sleep(300) // a worker may be between its look at the disk and its claim
  await post()
  await sleep(WATCH_MS)
  if (scene.accepted().length !== sent) say('something was sent')
  if (fault.op === 'statfs') {
    // An answer about the disk may be a little older than the disk; never that of the worker.
    const refused = await post()
    if (refused !== 507) say(`a task was answered with ${refused}`)
    if (!(await readQueue(url)).diskFull) say('nobody is told that the disk is full')
  }
  endFault(under, fault)
  await until('it goes on by itself', () => scene.accepted().length === ids.length)
  context.say(`nothing is sent: ${nameOf(fault)}`)
}

/** Where it fails on the way of a clip or a picture to its place. */
async function losesNothing(under: Under, fault: DiskFault): Promise<void> {
  const { context, outcome, url, dataDir, order, post } = under
  const say = (line: string) => outcome.broken.push(`${nameOf(fault)}: ${line}`)
  const pictures = () => mediaFiles(dataDir).filter((name) => name.startsWith('pictures/')).length
  const before = pictures()
  writeFileSync(order, JSON.stringify(fault))
  const id = await post()
  if (typeof id === 'number') return void say(`a task was answered with ${id}`)
  if (fault.after === undefined && !fault.under.includes('clips')) {
    const { status } = await uploadAnother(url)
    const expected = fault.code === 'ENOSPC' ? 507 : 500
    if (status !== expected) say(`an upload was answered with ${status}`)
    outcome.counts.refusedUploads = (outcome.counts.refusedUploads ?? 0) + 1
    if ((await countImages(url)) !== 1) say('a picture whose file was not saved has a row')
    if (pictures() !== before) say('a picture without a row was left')
  }
  await sleep(WATCH_MS)
  const { status } = await readTask(url, id)
  if (status === 'failed') say('the task failed')
  if (status === 'succeeded') say('a clip counts as saved that was not')
  endFault(under, fault)
  context.say(`nothing is lost: ${nameOf(fault)}`)
}

/** Whether it was met at all: a fault that never came proves nothing. */
function endFault({ order, outcome: { counts, broken } }: Under, fault: DiskFault): void {
  rmSync(order)
  const met = existsSync(`${order}.met`)
    ? readFileSync(`${order}.met`, 'utf8').trim().split('\n').length
    : 0
  counts.faults = (counts.faults ?? 0) + 1
  counts.met = (counts.met ?? 0) + met
  if (met === 0) broken.push(`nobody met it: ${nameOf(fault)}`)
  rmSync(`${order}.met`, { force: true })
}

function nameOf({ op, code, under, after }: DiskFault): string {
  return `${op} ${code} in ${under}${after === undefined ? '' : `, after ${after}`}`
}

async function countImages(url: string): Promise<number> {
  const listed = z.object({ images: z.array(z.unknown()) })
  return listed.parse(await (await ask(url, '/api/images')).json()).images.length
}

async function uploadAnother(url: string): Promise<Response> {
  const form = new FormData()
  form.set('file', new Blob([readFileSync(picturePath('coffee.png'))]), 'coffee.png')
  return ask(url, '/api/images', { method: 'POST', body: form })
}
