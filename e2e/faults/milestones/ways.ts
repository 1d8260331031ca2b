import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { Milestone } from '@/lib/server/milestone'
import { sendSignal } from '../machinery/processes'
import { LEASE_MS } from '../machinery/settings'
import type { Stage } from './stage'

/** Looks that a worker may take at the table before the one that counts. */
type Way = (stage: Stage, at: Milestone, hit: number) => Promise<void>
const WAY_LIMIT_MS = 30_000

/** What brings a process to a milestone, and ends it there. */
export const WAYS = {
  /** A task is posted; the client asks again with the same key until it has its 202. */
  create: async (stage, at) => {
    const asked = stage.ask(`posted until ${at}`)
    const { client } = stage.world
    await stage.killAt({ program: 'front-door', at, hit: 1 }, () => client.post(asked))
  },
  /** The same with two tasks under one key. */
  batch: async (stage, at) => {
    const { key, body } = stage.ask(`first of a batch until ${at}`)
    const second = stage.ask(`second of a batch until ${at}`).body
    const { client } = stage.world
    await stage.killAt({ program: 'front-door', at, hit: 1 }, () =>
      client.postBatch(key, [body, second]),
    )
  },
  /** A picture that was never seen before is sent until it is taken in. */
  upload: async (stage, at) => {
    const bytes = await newPicture()
    const { client } = stage.world
    await stage.killAt({ program: 'front-door', at, hit: 1 }, () =>
      client.uploadBytes(bytes, 'new.png'),
    )
  },
  /** A task goes its way from the claim to its clip. */
  life: async (stage, at, hit) => {
    const asked = stage.ask(`on its way to ${at}`)
    const { client } = stage.world
    const order = { program: 'worker', at, hit: at === 'submit.claiming' ? hit : 1 } as const
    if (/^(submit|epoch)\./.test(at)) return stage.killAt(order, () => client.post(asked))
    // Once it is sent: others that still are on their way would else come there first, while this one is in the air.
    const { id } = await client.post(asked)
    await client.until(id, 'running')
    await stage.killAt(order, async () => {})
  },
  /** A worker dies with a paid request in the air; the next one dies where it writes that down. */
  expiry: async (stage, at, hit) => {
    const asked = stage.ask(`in the air until ${at}`)
    const { client } = stage.world
    const first = { program: 'worker', at: 'submit.sent', hit: 1 } as const
    await stage.killAt(first, () => client.post(asked))
    const isPolled = at === 'expiry.writing'
    // Such looks come all the time: the one is wanted that finds the lease over.
    if (isPolled) await sleep(LEASE_MS)
    await stage.killAt({ program: 'worker', at, hit: isPolled ? hit : 1 }, async () => {})
  },
  /** A worker stands still with the answer in its hands, another one gives its task up, and then it goes on. */
  rescue: async (stage, at) => {
    const { world } = stage
    const stop = world.orders.place({
      program: 'worker',
      at: 'submit.answered',
      hit: 1,
      signal: 'SIGSTOP',
    })
    const { id } = await world.client.post(stage.ask(`answered late, until ${at}`))
    const stopped = await stop.done(WAY_LIMIT_MS)
    if (!stopped) return void stage.broken.push('no worker came to submit.answered')
    await world.noteWorkerFault('SIGSTOP at submit.answered', stopped.at)
    stage.replaceWorker()
    await world.client.until(id, 'unconfirmed')
    const kill = world.orders.place({ program: 'worker', at, hit: 1, signal: 'SIGKILL' })
    sendSignal(stopped.pid, 'SIGCONT')
    if (!(await kill.done(WAY_LIMIT_MS))) stage.broken.push(`no worker came to ${at}`)
  },
  /** The balance is empty once; a person resumes. */
  pause: async (stage, at) => {
    const asked = stage.ask(`without balance until ${at}`)
    const { client, misbehave } = stage.world
    await misbehave([{ scenario: 'no-balance', prompt: asked.body.prompt, times: 1 }])
    await stage.killAt({ program: 'worker', at, hit: 1 }, () => client.post(asked))
    await client.resumeQueue()
  },
  /** The gateway answered rubbish; a person sends again, with a second click after the crash. */
  sendAgain: async (stage, at) => {
    const { client, misbehave, faults, ledger } = stage.world
    const asked = stage.ask(`sent again until ${at}`)
    await misbehave([{ scenario: 'html', prompt: asked.body.prompt, times: 1 }])
    const from = Date.now()
    const { id, attempt } = await client.post(asked)
    await client.until(id, 'unconfirmed')
    faults.add({ what: 'html', from, until: Date.now(), inDoubt: [id] })
    ledger.resent(id, attempt)
    await stage.killAt({ program: 'front-door', at, hit: 1 }, () => client.resend(id, attempt))
  },
} satisfies Record<string, Way>
export type WayName = keyof typeof WAYS

/** A small picture of noise, which nobody has. */
async function newPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const background = '#888'
  return sharp({ create: { width: 320, height: 320, channels: 3, background, noise } })
    .png()
    .toBuffer()
}
