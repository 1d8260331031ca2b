import { describe, expect, it } from 'vitest'
import { BATCH } from '@/lib/shared/limits'
import { db } from '../../db/database'
import { replaceSettings } from '../../env'
import { storePrices } from '../../prices/prices'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { cancelBatch } from './cancel-batch'
import { createBatch } from './create-batch'
import { createTask } from '../create-task'
import { deleteTask } from '../delete-task'
import { getBatch, getWholeBatch } from './get-batch'
import { listBatches } from './list-batches'
import { pauseBatch, resumeBatch } from './pause-batch'
import { presentBatch, presentCanceled, presentWholeBatch } from './present-batch'
import { claimToSubmit, expireSubmitting } from '../store/claims'
import { eventsAfter } from '../store/events'
import { storeImage, storeTask, testSlots } from '../test-task'
import { ownDatabase } from '../test-own-database'

const person = { id: 'local' }
const start = new Date('2026-02-01T00:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
let imageId: string
ownDatabase(async () => {
  imageId = await storeImage()
})

const aBody = (more: object = {}) => ({
  model: 'aisphere-v5',
  prompt: 'a cat',
  resolution: '360p',
  image: { imageId },
  ...more,
})
const bodies = (count: number) => Array.from({ length: count }, (_, seed) => ({ ...aBody(), seed }))
const make = (count: number, key = 'key-1') =>
  createBatch({ person, key, body: { tasks: bodies(count) }, now: start })
const claim = (now = after(1), concurrency = 1000) =>
  claimToSubmit({
    now,
    leaseMs: 1000,
    gateway: 'simulator',
    keyVersion: null,
    slots: testSlots(now, concurrency),
  })
const countsOf = async (id: string) => presentBatch(await getBatch({ person, id })).counts
async function problemsOf(body: unknown): Promise<string[]> {
  const refused = await createBatch({ person, key: 'key-x', body }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'invalid' })
  return Object(refused).fields.map(({ path, code }: Record<string, string>) => `${path} ${code}`)
}

describe('making a batch', () => {
  it('answers its tasks as they are stored, in the order in which they will be sent', async () => {
    const whole = await make(BATCH.maxTasks)
    expect(whole.tasks.map(({ params }) => params.seed)).toEqual(
      bodies(200).map(({ seed }) => seed),
    )
    expect(whole).toEqual(await getWholeBatch({ person, id: whole.batch.id }))
    const wire = presentWholeBatch(whole, 'en')
    expect(wire).toMatchObject({ status: 'active', total: 200, pausedAt: null, name: null })
    expect(wire.estimate).toEqual({ credits: 9000, usd: 90, amount: 90, currency: 'USD' })
    expect(wire.tasks.every(({ batchId }) => batchId === wire.id)).toBe(true)
    expect((await claim())?.id).toBe(whole.tasks[0]?.id)
    expect((await claim())?.id).toBe(whole.tasks[1]?.id)
    expect(await (await db()).event.count()).toBe(202)
  })

  it('is bound to its key once, however often it is sent at the same time', async () => {
    const batches = await Promise.all(Array.from({ length: 6 }, () => make(12)))
    expect(new Set(batches.map(({ batch }) => batch.id)).size).toBe(1)
    expect([await (await db()).batch.count(), await (await db()).task.count()]).toEqual([1, 12])
  })

  it('compares the parsed body, and keeps the keys of tasks and batches apart', async () => {
    const first = await make(2)
    const [one, two] = bodies(2)
    const spelled = { tasks: [{ ...one, duration: 5 }, two], name: ' ' }
    const again = await createBatch({ person, key: 'key-1', body: spelled })
    expect(again.batch.id).toBe(first.batch.id)
    const mismatch = { code: 'idempotency_mismatch' }
    await expect(make(3)).rejects.toMatchObject(mismatch)
    await expect(createTask({ person, key: 'key-1', body: one })).rejects.toMatchObject(mismatch)
    await createTask({ person, key: 'key-2', body: one })
    await expect(make(1, 'key-2')).rejects.toMatchObject(mismatch)
    const other = await createBatch({
      person: { id: 'somebody else' },
      key: 'key-1',
      body: { tasks: [] },
    }).catch((error: unknown) => error)
    expect(other).toMatchObject({ code: 'invalid' })
  })

  it('is all or nothing, and binds no key, when a single task does not fit', async () => {
    const body = {
      tasks: [aBody(), aBody({ duration: 7, colour: 'red' }), 5, aBody({ prompt: ' ' })],
      name: 'x'.repeat(101),
      extra: 1,
    }
    const problems = await problemsOf(body)
    expect(problems).toEqual(
      expect.arrayContaining([
        'extra unknown_field',
        'name too_long',
        'tasks.1.duration value_not_offered',
        'tasks.1.colour unknown_field',
        'tasks.2 wrong_type',
        'tasks.3.prompt required',
      ]),
    )
    expect([await (await db()).batch.count(), await (await db()).task.count()]).toEqual([0, 0])
    await make(1, 'key-x')
  })

  it('names every picture that is not there', async () => {
    const tasks = [
      aBody(),
      aBody({ image: { imageId: 'gone' } }),
      {
        ...aBody(),
        image: undefined,
        headtailImages: { head: { imageId }, tail: { imageId: 'x' } },
      },
    ]
    expect(await problemsOf({ tasks })).toEqual([
      'tasks.1.image unknown_picture',
      'tasks.2.headtailImages.tail unknown_picture',
    ])
  })

  it.each([
    [{}, 'tasks required'],
    [{ tasks: [] }, 'tasks required'],
    [{ tasks: 'three' }, 'tasks wrong_type'],
    [[], 'body wrong_type'],
    [{ tasks: Array.from({ length: 201 }, () => 1) }, 'tasks too_many'],
  ])('refuses %j', async (body, problem) => {
    expect(await problemsOf(body)).toEqual([problem])
  })

  it('takes as many references as the page allows, but no more than one transaction holds', async () => {
    replaceSettings({ AISPHERE_RULES: 'page', DISK_RESERVE_MB: '0', LOG_LEVEL: 'silent' })
    const characterImages = Array.from({ length: 500 }, (_, index) => ({
      imageId,
      type: 'subject',
      refName: `cat${index}`,
    }))
    const task = { model: 'aisphere-v5', prompt: 'a cat', characterImages }
    expect(await problemsOf({ tasks: [task, task] })).toEqual(['tasks.1.characterImages too_many'])
  })

  it('estimates by the prices that are set', async () => {
    await storePrices({ ...DEFAULT_PRICES, creditPrice: 0.07, currency: 'CNY' })
    const { estimate } = presentBatch(await make(3))
    expect(estimate).toEqual({ credits: 135, usd: null, amount: 9.45, currency: 'CNY' })
  })
})

describe('a paused batch', () => {
  it('is not claimed while others are, and goes on where it was', async () => {
    const { batch, tasks } = await make(2)
    const alone = await storeTask()
    await pauseBatch({ person, id: batch.id, now: start })
    expect(presentBatch(await getBatch({ person, id: batch.id })).status).toBe('paused')
    expect((await claim())?.id).toBe(alone)
    expect(await claim()).toBeNull()
    await resumeBatch({ person, id: batch.id })
    expect((await claim())?.id).toBe(tasks[0]?.id)
  })

  it('keeps the moment of its first pause, and tells listeners once of each change', async () => {
    const { batch, tasks } = await make(3)
    const { id: last } = (await eventsAfter(0, 100)).at(-1) ?? { id: 0 }
    await pauseBatch({ person, id: batch.id, now: after(1) })
    const twice = await pauseBatch({ person, id: batch.id, now: after(2) })
    expect(twice.batch.pausedAt).toEqual(after(1))
    await resumeBatch({ person, id: batch.id })
    const again = await resumeBatch({ person, id: batch.id })
    expect(again.batch.pausedAt).toBeNull()
    const told = (await eventsAfter(last, 100)).map(({ taskId, status }) => [taskId, status])
    expect(told).toEqual([
      [tasks[0]?.id, 'queued'],
      [tasks[0]?.id, 'queued'],
    ])
  })

  it('lets what is under way go on', async () => {
    const { batch } = await make(2)
    await claim()
    await pauseBatch({ person, id: batch.id })
    expect(await countsOf(batch.id)).toMatchObject({ submitting: 1, queued: 1 })
    expect(await expireSubmitting(after(9999))).toBe(1)
    expect(await countsOf(batch.id)).toMatchObject({ unconfirmed: 1, queued: 1 })
  })
})

describe('cancelling a batch', () => {
  it('takes out what waits, says how many that were and how many go on, and is done twice in vain', async () => {
    const { batch } = await make(5)
    await claim()
    await pauseBatch({ person, id: batch.id })
    const first = presentCanceled(await cancelBatch({ person, id: batch.id, now: after(5) }))
    expect(first).toMatchObject({ canceledNow: 4, goingOn: 1, status: 'active', pausedAt: null })
    expect(first.counts).toMatchObject({ canceled: 4, submitting: 1 })
    expect(first.estimate?.credits).toBe(45)
    const second = presentCanceled(await cancelBatch({ person, id: batch.id, now: after(6) }))
    expect(second).toMatchObject({ canceledNow: 0, goingOn: 1 })
    expect(await claim()).toBeNull()
    const [row] = await (await db()).task.findMany({ where: { status: 'canceled' } })
    expect(row?.finishedAt).toEqual(after(5))
  })

  it('races with claims: each task is either canceled or claimed, never both, and none is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { batch } = await make(20, `key-race-${round}`)
      const reach = () => Promise.all(Array.from({ length: 8 }, () => claim()))
      const [before, canceled, between, again, behind] = await Promise.all([
        reach(),
        cancelBatch({ person, id: batch.id, now: after(round) }),
        reach(),
        cancelBatch({ person, id: batch.id, now: after(round) }),
        reach(),
      ])
      const claimed = [...before, ...between, ...behind].flatMap((one) => one?.id ?? [])
      const counts = await countsOf(batch.id)
      expect(new Set(claimed).size).toBe(claimed.length)
      expect(counts).toMatchObject({ queued: 0, submitting: claimed.length })
      expect(counts.canceled).toBe(canceled.canceledNow + again.canceledNow)
      expect(counts.canceled + claimed.length).toBe(20)
      await (await db()).task.updateMany({ data: { status: 'failed' } })
    }
  })

  it('leaves other batches alone', async () => {
    const [first, second] = [await make(2, 'key-1'), await make(3, 'key-2')]
    await cancelBatch({ person, id: first.batch.id })
    expect(await countsOf(second.batch.id)).toMatchObject({ queued: 3, canceled: 0 })
  })
})

describe('listing batches', () => {
  it('pages, newest first, each with its own counts; or only those that are open', async () => {
    const made = []
    for (const count of [1, 2, 3]) made.push((await make(count, `key-${count}`)).batch.id)
    await cancelBatch({ person, id: made[1] ?? '' })
    const first = await listBatches({ person, limit: 2, cursor: null, isOpen: false })
    const second = await listBatches({ person, limit: 2, cursor: first.nextCursor, isOpen: false })
    const all = [...first.batches, ...second.batches].map(presentBatch)
    expect(all.map(({ id }) => id).toSorted()).toEqual(made.toSorted())
    expect(second.nextCursor).toBeNull()
    expect(all.map(({ total }) => total).toSorted()).toEqual([1, 2, 3])
    const open = await listBatches({ person, limit: 9, cursor: null, isOpen: true })
    expect(open.batches.map(({ batch }) => batch.id)).not.toContain(made[1])
    expect(open.batches).toHaveLength(2)
  })

  it('does not count the trash', async () => {
    const { batch, tasks } = await make(2)
    await deleteTask({ person, id: tasks[0]?.id ?? '' })
    const whole = presentWholeBatch(await getWholeBatch({ person, id: batch.id }), 'en')
    expect([whole.total, whole.tasks.length]).toEqual([1, 1])
  })

  it.each([getBatch, getWholeBatch, pauseBatch, resumeBatch, cancelBatch])(
    'says that there is no such batch: %o',
    async (verb) => {
      await expect(verb({ person, id: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
    },
  )
})
