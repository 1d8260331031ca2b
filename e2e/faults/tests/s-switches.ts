import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import type { InvariantId } from '../machinery/oracle/finding'
import { judge } from '../machinery/oracle/judge'
import { PICTURE, SHORT_LEASE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

const WAY_LIMIT_MS = 30_000

type Switch = Pick<FaultTest, 'id' | 'title'> & {
  /** The script of e2e/faults/broken that is loaded into the studio. */
  script: string
  /** What the oracle must find broken. */
  seenBy: InvariantId
  /** Does so often what shows it. */
  show: (options: { world: World; imageId: string; count: number }) => Promise<void>
}

/** The studio breaks a promise on purpose: held is what the oracle sees broken. */
function switchTest({ id, title, script, seenBy, show }: Switch): FaultTest {
  const run = async ({ folder, size: count }: FaultContext): Promise<FaultOutcome> => {
    const preloads = [path.resolve('e2e/faults/broken', script)]
    const world = await openWorld({ folder, preloads, settings: SHORT_LEASE })
    try {
      const studio = await world.startStudio()
      const imageId = await world.client.upload(PICTURE)
      await show({ world, imageId, count })
      await studio.stop('SIGKILL')
      const ledgers = await settle(world, [await world.startStudio()])
      const seen = judge(ledgers).find((finding) => finding.id === seenBy)?.broken ?? []
      const broken = seen.length > 0 ? [] : [`${seenBy} did not see what ${script} does`]
      return { counts: { tries: count, seenByTheOracle: seen.length }, broken }
    } finally {
      await world.end()
    }
  }
  return { id, title, sizes: { short: null, usual: 2, full: 5 }, run }
}

export const s1 = switchTest({
  id: 'S1',
  title: 'switch: sent again when a lease runs out; I2 must see it',
  script: 'resubmit-on-expiry.mjs',
  seenBy: 'I2',
  show: async ({ world, imageId, count }) => {
    for (let index = 0; index < count; index += 1) {
      const order = { program: 'worker', at: 'submit.answered', hit: 1, signal: 'SIGKILL' } as const
      const kill = world.orders.place(order)
      const body = taskBody(imageId, `task ${index}`)
      const { id } = await world.client.post({ key: randomUUID(), body })
      await kill.done(WAY_LIMIT_MS)
      await world.client.until(id, 'succeeded', 'unconfirmed', 'failed')
    }
  },
})

export const s2 = switchTest({
  id: 'S2',
  title: 'switch: 202 before the commit; I1 must see it',
  script: 'answer-before-commit.mjs',
  seenBy: 'I1',
  show: async ({ world, imageId, count }) => {
    for (let index = 0; index < count; index += 1) {
      const web = await world.processes.another('front-door', null)
      await world.client.post({ key: randomUUID(), body: taskBody(imageId, `task ${index}`) })
      world.processes.kill(web)
      if (index < count - 1) await world.startStudio()
    }
  },
})

export const s3 = switchTest({
  id: 'S3',
  title: 'switch: clips are cut on their way into the archive; I5 must see it',
  script: 'cut-clips.mjs',
  seenBy: 'I5',
  show: async ({ world, imageId, count }) => {
    for (let index = 0; index < count; index += 1) {
      const body = taskBody(imageId, `task ${index}`)
      const { id } = await world.client.post({ key: randomUUID(), body })
      await world.client.until(id, 'succeeded', 'failed')
    }
  },
})
