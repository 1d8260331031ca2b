import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ask } from '../../support/api'
import { openStage, type Stage } from '../gateway/stage'
import type { FaultTest } from '../machinery/fault-test'

const CLIP_LIMIT_BYTES = 20_000_000
/** How long the studio may take to have tried a second link of each. */
const WATCHED_MS = 30_000

type Case = {
  name: string
  /** Rules for this task alone, without its prompt. */
  rules: readonly object[]
  /** The truth comes by itself; else only when the gateway behaves again. */
  ends?: boolean
  /** No link of it may work, so that another one must be asked for. */
  needsFreshLink?: boolean
}

const clip = (behaviour: object) => [{ on: 'clip', do: behaviour }]
const told = (status: number, more: object = {}) => ({ kind: 'answer', status, ...more })
const named = (scenario: string) => [{ scenario }]
const moved = (location: string) => clip(told(302, { headers: { location } }))

function casesFor(stage: Stage, clipBytes: number): Case[] {
  const fresh = { needsFreshLink: true }
  return [
    { name: 'short: its beginning', rules: named('short-clip'), ...fresh },
    { name: 'short: a byte is missing', rules: clip({ kind: 'short', bytes: clipBytes - 1 }) },
    { name: 'short: its end is missing', rules: clip({ kind: 'short', bytes: clipBytes - 3000 }) },
    { name: 'cut', rules: named('cut-clip'), ...fresh },
    { name: 'cut near its end', rules: clip({ kind: 'truncate', bytes: clipBytes - 10 }) },
    { name: 'HTML with 200', rules: named('html-clip'), ...fresh },
    { name: 'empty', rules: named('empty-clip'), ...fresh },
    { name: '403', rules: named('forbidden-link'), ...fresh },
    { name: '404', rules: clip({ kind: 'dead-link' }), ...fresh },
    { name: '404 at first', rules: named('late-link'), ends: true },
    { name: '410', rules: named('gone-link'), ...fresh },
    { name: '500', rules: clip(told(500)), ...fresh },
    { name: 'a redirect to metadata', rules: named('inward-link'), ...fresh },
    { name: 'a redirect to the studio', rules: moved(`${stage.url}/api/health/live`), ...fresh },
    { name: 'a redirect to a file', rules: moved('file:///etc/hostname'), ...fresh },
    { name: 'a circle of redirects', rules: named('circling-link'), ...fresh },
    {
      name: 'the link changed',
      rules: [{ on: 'query', times: 1, do: { kind: 'dead-link' } }],
      ends: true,
      ...fresh,
    },
    { name: '1 kB a second', rules: named('drip-clip') },
    { name: '5 GB', rules: named('huge-clip'), ...fresh },
    { name: '5 GB that it does not say', rules: named('endless-clip'), ...fresh },
    { name: 'no index', rules: named('no-index'), ...fresh },
  ]
}

export const f12: FaultTest = {
  id: 'F12',
  title:
    'clip: short, cut, HTML, empty, 403/404/410, redirects, link changed, 1 kB/s, 5 GB, no moov',
  sizes: { short: null, usual: 1, full: 5 },
  async run({ size, folder, say }) {
    const contract = { clipMaxBytes: CLIP_LIMIT_BYTES, clipTimeoutMs: 1500 }
    const stage = await openStage(folder, { contract })
    const broken: string[] = []
    try {
      const first = await stage.post('the true clip')
      const truth = (await stage.until(first, isDone)).videos[0]
      const cases = casesFor(stage, truth?.bytes ?? 0)
      for (let round = 1; round <= size; round += 1) {
        say(`round ${round}`)
        broken.push(...(await playRound(stage, { round, cases, sha256: truth?.sha256 ?? '' })))
      }
      broken.push(...filesOf(stage))
      return { counts: { cases: cases.length * size, submits: stage.submits().length }, broken }
    } finally {
      await stage.end()
    }
  },
}

async function playRound(
  stage: Stage,
  { round, cases, sha256 }: { round: number; cases: readonly Case[]; sha256: string },
): Promise<string[]> {
  const prompts = cases.map(({ name }, index) => `clip ${round}.${index} ${name}.`)
  const rules = cases.flatMap((one, index) =>
    one.rules.map((rule) => ({ ...rule, prompt: prompts[index] })),
  )
  await stage.misbehave(rules)
  const ids = await Promise.all(prompts.map((prompt) => stage.post(prompt)))
  const seen = await watch(stage, cases, ids)
  const broken = cases.flatMap(({ name, ends = false, needsFreshLink = false }, index) => {
    const { status, links } = seen[index] ?? { status: 'nowhere', links: 0 }
    return [
      ...((status === 'succeeded') === ends ? [] : [`${name}: ${status}`]),
      ...(needsFreshLink && links < 2 ? [`${name}: no fresh link was asked for`] : []),
    ]
  })
  await stage.misbehave([])
  for (const [index, one] of cases.entries()) {
    const task = await stage.until(ids[index] ?? '', isDone)
    broken.push(...(await wrongEnd(stage, task, sha256)).map((what) => `${one.name}: ${what}`))
    const submits = stage.submits(prompts[index]).length
    if (submits !== 1) broken.push(`${one.name}: ${submits} submits`)
  }
  return broken
}

type Seen = { status: string; links: number }

/** What became of the tasks and how many links of each were tried, once all was seen that should be, or after a while. */
async function watch(
  stage: Stage,
  cases: readonly Case[],
  ids: readonly string[],
): Promise<Seen[]> {
  const links = new Map<string, Set<string>>()
  const giveUpAt = performance.now() + WATCHED_MS
  for (;;) {
    await noteLinks(stage, links)
    const tasks = await Promise.all(ids.map((id) => stage.read(id)))
    const seen = tasks.map(({ status, taskId }) => ({
      status,
      links: links.get(taskId ?? '')?.size ?? 0,
    }))
    const isComplete = cases.every(({ ends, needsFreshLink }, index) => {
      const isThere = !ends || seen[index]?.status === 'succeeded'
      return isThere && (!needsFreshLink || (seen[index]?.links ?? 0) >= 2)
    })
    if (isComplete || performance.now() > giveUpAt) return seen
    await sleep(300)
  }
}

/** The links that were tried lately, by the gateway's id of the task: the gateway remembers a thousand requests. */
async function noteLinks(stage: Stage, links: Map<string, Set<string>>): Promise<void> {
  for (const { path: address } of await stage.requests()) {
    const [, taskId, mark] = /^\/clips\/([\w-]+)\/([\w-]+)\.mp4/.exec(address) ?? []
    if (taskId && mark) links.set(taskId, (links.get(taskId) ?? new Set()).add(mark))
  }
}

/** What the studio serves in the end is the clip, byte for byte. */
async function wrongEnd(stage: Stage, task: TaskOnWire, sha256: string): Promise<string[]> {
  const [video] = task.videos
  if (task.status !== 'succeeded' || !video) return [`at last ${task.status}`]
  const served = Buffer.from(await (await ask(stage.url, video.url)).arrayBuffer())
  const hash = createHash('sha256').update(served).digest('hex')
  return hash === sha256 ? [] : ['another clip is served']
}

/** One clip in its place, and nothing that was begun. */
function filesOf({ dataDir }: Stage): string[] {
  const media = path.join(dataDir, 'media')
  const files = readdirSync(media, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const wrong = files.filter((file) => !file.includes(hashOf(file)))
  return wrong.map((file) => `${path.relative(media, file)} is not what its name says`)
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

const isDone = ({ status }: TaskOnWire) => ['succeeded', 'failed', 'unconfirmed'].includes(status)
