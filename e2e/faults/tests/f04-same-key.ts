import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDraftStore } from '@/lib/client/draft-store'
import { taskOnWireSchema } from '@/lib/shared/wire'
import { taskBody, type Asked, type TaskBody, type Try } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { memoryStore } from '../machinery/memory-store'
import { judge } from '../machinery/oracle/judge'
import { outcomeOf } from '../machinery/outcome'
import { whole } from '../machinery/seeded'
import { PICTURE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

const AT_ONCE = 100
/** Between the two presses of a double click. */
const DOUBLE_CLICK_MS = 30
/** A post is answered within some ten milliseconds: the reload falls before, into or after it. */
const RELOAD_MS = 25

/** One key many times: the studio must make one row of it, send it once, and tell everybody the same. */
export const f4: FaultTest = {
  id: 'F4',
  title: 'one key 100 times at once; double click; reload during the post; two tabs',
  sizes: { short: 4, usual: 20, full: 60 },
  run: repeat,
}

async function repeat(context: FaultContext): Promise<FaultOutcome> {
  const world = await openWorld({ folder: context.folder })
  try {
    const studio = await world.startStudio()
    const imageId = await world.client.upload(PICTURE)
    const rounds = Array.from({ length: context.size }, () => ({
      clickMs: whole(context.random, 0, DOUBLE_CLICK_MS),
      reloadMs: whole(context.random, 0, RELOAD_MS),
    }))
    context.plan(rounds)
    const broken: string[] = []
    const counts = { posts: 0, answers202: 0 }
    for (const [index, { clickMs, reloadMs }] of rounds.entries()) {
      const body = (what: string) => taskBody(imageId, `${what} of round ${index}`)
      const groups = [
        await atOnce(world, body('a hundred')),
        await doubleClick(world, body('a double click'), clickMs),
        await reloadAndSecondTab(world, body('a reload and two tabs'), reloadMs),
      ]
      for (const tries of groups) {
        counts.posts += tries.length
        counts.answers202 += tries.filter(({ status }) => status === 202).length
        broken.push(...differences(tries))
      }
    }
    const ledgers = await settle(world, [studio])
    const outcome = outcomeOf(judge(ledgers), ledgers, counts)
    return { ...outcome, broken: [...broken, ...outcome.broken] }
  } finally {
    await world.end()
  }
}

function atOnce({ client }: World, body: TaskBody): Promise<Try[]> {
  const asked: Asked = { key: randomUUID(), body }
  return Promise.all(Array.from({ length: AT_ONCE }, () => client.tryPost(asked)))
}

function doubleClick({ client }: World, body: TaskBody, clickMs: number): Promise<Try[]> {
  const asked: Asked = { key: randomUUID(), body }
  return Promise.all([client.tryPost(asked), sleep(clickMs).then(() => client.tryPost(asked))])
}

/**
 * A page is reloaded while its post is on the way, and at the same time duplicated into another tab. Both send what the form
 * still holds, under the key that the form's own store (lib/client/draft-store.ts) gives for it.
 */
async function reloadAndSecondTab(
  { client }: World,
  body: TaskBody,
  reloadMs: number,
): Promise<Try[]> {
  const local = memoryStore()
  const tab = memoryStore()
  const open = (short = tab) => openDraftStore({ local, tab: short, now: Date.now })
  const reload = new AbortController()
  const first = client.tryPost({ key: open().keyFor(body), body }, reload.signal)
  await sleep(reloadMs)
  reload.abort()
  const again = [open(), open(memoryStore())].map((drafts) =>
    client.tryPost({ key: drafts.keyFor(body), body }),
  )
  const [broken, ...answered] = await Promise.all([first, ...again])
  return broken?.status ? [broken, ...answered] : answered
}

/** What tells the answers of one key apart, but for how far the task has come meanwhile. */
function differences(tries: Try[]): string[] {
  const [first, ...others] = new Set(tries.map(whatWasTold))
  return others.length === 0 ? [] : [`the same key was told ${first} and ${others.join(' and ')}`]
}

function whatWasTold({ status, body, why }: Try): string {
  if (status !== 202) return why
  const { id, prompt, model, params, inputs, createdAt, attempt } = taskOnWireSchema.parse(body)
  const pictures = inputs.map(({ role, imageId, refName }) => ({ role, imageId, refName }))
  return JSON.stringify({ id, prompt, model, params, pictures, createdAt, attempt })
}
