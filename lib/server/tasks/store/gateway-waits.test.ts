import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection, type Connection } from '../../db/connection'
import { connection, replaceDatabase } from '../../db/database'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { storeTask, testSlots } from '../test-task'
import type { Step } from '../lifecycle'
import { claimDue, claimToSubmit, type Claim } from './claims'
import { readWaits, type Wait } from './gateway-waits'
import { pauseQueue, resumeQueue } from './queue'
import { writeStep } from './steps'

let own: Connection
let other: Connection
let remove: () => Promise<void>
beforeEach(async () => {
  const opened = await testDatabase()
  own = opened.connection
  other = openConnection(`file:${path.join(opened.folder, 'studio.db')}`)
  remove = opened.remove
})
afterEach(async () => {
  replaceDatabase(own)
  other.close()
  await remove()
})

const GATEWAY = 'simulator'
const start = new Date('2026-02-01T00:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const common = { leaseMs: 60_000, gateway: GATEWAY, keyVersion: null }
const send = (now: Date, concurrency = 5) =>
  claimToSubmit({ ...common, now, slots: testSlots(now, concurrency) })
const ask = (now: Date) => claimDue({ ...common, now, status: 'running' })

async function settle(
  claim: Claim | null,
  wait: Wait | undefined,
  now: Date,
  change: Step['change'],
) {
  if (!claim) throw new Error('nothing was claimed')
  await writeStep({ claim, step: { change, wait }, now })
}
const busy = (claim: Claim | null, now: Date, until: Date) =>
  settle(claim, { kind: 'submit', until }, now, { status: 'queued', errorCode: 'gateway_busy' })
const taken = (claim: Claim | null, now: Date) =>
  settle(claim, { kind: 'submit', until: null }, now, { status: 'running', submittedAt: now })

/** Many reach for something at the same time, over one connection or over several. */
async function atOnce(claim: () => Promise<Claim | null>, connections = [own]): Promise<Claim[]> {
  const claims = connections.flatMap((each) => {
    replaceDatabase(each)
    return Array.from({ length: 8 }, claim)
  })
  replaceDatabase(own)
  return (await Promise.all(claims)).filter((one) => one !== null)
}

describe('when the gateway asks to wait', () => {
  it('nobody is sent before that is over, whoever was refused', async () => {
    for (let count = 0; count < 4; count += 1) await storeTask()
    const first = await send(start)
    await busy(first, after(1), after(5000))
    expect(await send(after(4999))).toBeNull()
    // The one that was refused is the first again.
    expect((await send(after(5000)))?.id).toBe(first?.id)
  })

  it('one goes ahead when it is over, of all workers', async () => {
    for (let count = 0; count < 8; count += 1) await storeTask()
    await busy(await send(start), after(1), after(5000))
    const ahead = await atOnce(() => send(after(5000)))
    expect(ahead).toHaveLength(1)
    await busy(ahead[0] ?? null, after(5100), after(9000))
    expect(await atOnce(() => send(after(8999)))).toEqual([])
    const again = await send(after(9000))
    await taken(again, after(9001))
    expect(await atOnce(() => send(after(9002)))).toHaveLength(4)
  })

  it('the longer of two waits stays, and an answer to an earlier request ends neither', async () => {
    for (let count = 0; count < 4; count += 1) await storeTask()
    const [one, two, three] = [await send(start), await send(start), await send(start)]
    await busy(one, after(1), after(5000))
    await busy(two, after(2), after(3000))
    await taken(three, after(3))
    expect((await readWaits(GATEWAY)).submit).toEqual(after(5000))
    expect(await send(after(4999))).toBeNull()
  })

  it('questions go on while only sending must wait, and the other way round', async () => {
    await storeTask({ status: 'running', dueAt: start, submittedAt: start })
    await storeTask()
    await busy(await send(start), after(1), after(5000))
    const question = await ask(after(2))
    const until = after(9000)
    await settle(question, { kind: 'query', until }, after(3), { status: 'running', dueAt: start })
    expect(await ask(after(8999))).toBeNull()
    expect(await send(after(5000))).not.toBeNull()
    expect(await ask(after(9000))).not.toBeNull()
  })

  it('one question goes ahead, and the others follow its answer', async () => {
    for (let count = 0; count < 6; count += 1) await storeTask({ status: 'running', dueAt: start })
    const wait = { kind: 'query', until: after(5000) } as const
    await settle(await ask(start), wait, after(1), { status: 'running', dueAt: start })
    const [ahead, ...more] = await atOnce(() => ask(after(5000)))
    expect(more).toEqual([])
    const over = { kind: 'query', until: null } as const
    await settle(ahead ?? null, over, after(5001), { status: 'running', dueAt: after(60_000) })
    expect(await atOnce(() => ask(after(5002)))).toHaveLength(5)
  })

  it('another gateway is not waited for', async () => {
    await storeTask()
    await busy(await send(start), after(1), after(5000))
    const gateway = 'https://gateway.example'
    await storeTask({ gateway })
    const now = after(2)
    expect(await claimToSubmit({ ...common, gateway, now, slots: testSlots(now) })).not.toBeNull()
  })

  it('questions that rest for a refused key go on when a person resumes', async () => {
    await storeTask({ status: 'running', dueAt: start })
    const wait = { kind: 'query', until: after(60_000) } as const
    await settle(await ask(start), wait, after(1), { status: 'running', dueAt: start })
    await pauseQueue({ reason: 'key_refused', now: after(1), keyVersion: null })
    expect(await ask(after(2))).toBeNull()
    await resumeQueue({ reason: 'key_refused', owner: 'local', now: after(3) })
    expect(await ask(after(3))).not.toBeNull()
  })
})

describe("the account's places", () => {
  const claims = (concurrency: number, connections?: Connection[]) =>
    atOnce(() => send(start, concurrency), connections)

  it('are never more than they may be, with several workers', async () => {
    for (let count = 0; count < 8; count += 1) await storeTask()
    await storeTask({ status: 'running', submittedAt: after(-1000) })
    expect(await claims(4, [own, other])).toHaveLength(3)
  })

  it('are kept by what may be at work there though nobody knows, for as long as a clip takes', async () => {
    for (let count = 0; count < 4; count += 1) await storeTask()
    await storeTask({ status: 'unconfirmed', submittedAt: after(-4 * 60_000) })
    await storeTask({ status: 'unconfirmed', submittedAt: after(-6 * 60_000) })
    expect(await claims(2)).toHaveLength(1)
  })

  it('are not kept by what is done there, nor by what was sent long ago', async () => {
    for (let count = 0; count < 8; count += 1) await storeTask()
    const running = { status: 'running', submittedAt: after(-60_000) }
    const link = { position: 0, sourceUrl: 'https://x.example/a.mp4' }
    await storeTask({ ...running, outputs: { create: [link] } })
    await storeTask({ ...running, upstreamStatus: 'succeeded' })
    await storeTask({ ...running, submittedAt: after(-61 * 60_000) })
    await storeTask({ ...running, status: 'archiving' })
    await storeTask({ ...running, upstreamStatus: 'processing' })
    expect(await claims(3)).toHaveLength(2)
  })
})

it('looks into the table by its index alone, however many wait', async () => {
  const plan = await connection().rows<{ detail: string }>(sql`
    EXPLAIN QUERY PLAN SELECT "id" FROM "Task" WHERE "status" = 'queued' AND "dueAt" <= ${start}
    ORDER BY "dueAt", "id" LIMIT 1`)
  expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE|SCAN/)
})
