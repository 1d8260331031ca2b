import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskOnWire } from '@/lib/shared/wire'
import { openStage, type Stage } from '../gateway/stage'
import type { FaultTest } from '../machinery/fault-test'

/** The stage's contract rests so long after a question that the key was refused to. */
const REFUSED_KEY_WAIT_MS = 1000
const WATCHED_MS = 3000

const html = { kind: 'answer', status: 200, contentType: 'text/html', text: '<html>sorry</html>' }
const answer = (status: number) => ({ kind: 'answer', status })
const once = (each: object) => ({ times: 1, do: each })

/** What is told of a task before the truth, and whether that ever ends by itself. */
const CASES: readonly { name: string; rules: readonly object[]; ends: boolean }[] = [
  { name: '404 at first', ends: true, rules: [{ times: 4, do: { kind: 'forget' } }] },
  {
    name: 'HTML and 404 at first',
    ends: true,
    rules: [{ times: 4, do: { ...html, status: 404 } }],
  },
  {
    name: 'a word that nobody knows',
    ends: true,
    rules: [{ times: 5, do: { kind: 'status', word: 'dreaming' } }],
  },
  {
    name: 'flapping',
    ends: true,
    rules: [
      once({ kind: 'forget' }),
      once({ kind: 'status', word: 'processing' }),
      once(answer(502)),
      once({ kind: 'no-link' }),
      once({ kind: 'cut' }),
      once({ kind: 'status', word: 'Waiting' }),
      once(html),
      once({ kind: 'hang' }),
      once({ kind: 'truncate', bytes: 20 }),
    ],
  },
  { name: 'success without a link', ends: false, rules: [{ do: { kind: 'no-link' } }] },
  { name: 'unknown for ever', ends: false, rules: [{ do: { kind: 'forget' } }] },
]

export const f11: FaultTest = {
  id: 'F11',
  title:
    'asking: 404 at first, unknown word, flapping, success without a link, key refused mid-run',
  sizes: { short: null, usual: 1, full: 10 },
  async run({ size, folder, say }) {
    const stage = await openStage(folder)
    const broken: string[] = []
    try {
      for (let round = 1; round <= size; round += 1) {
        say(`round ${round}`)
        broken.push(...(await playRound(stage, round)), ...(await refuseKey(stage, round)))
      }
      return {
        counts: { cases: size * (CASES.length + 1), submits: stage.submits().length },
        broken,
      }
    } finally {
      await stage.end()
    }
  },
}

async function playRound(stage: Stage, round: number): Promise<string[]> {
  const prompts = CASES.map(({ name }) => `${name}, round ${round}`)
  const rules = CASES.flatMap((one, index) =>
    one.rules.map((rule) => ({ on: 'query', prompt: prompts[index], ...rule })),
  )
  await stage.misbehave(rules)
  const ids = await Promise.all(prompts.map((prompt) => stage.post(prompt)))
  const seen = await Promise.all(ids.map((id) => statesOf(stage, id)))
  const broken = CASES.flatMap(({ name, ends }, index) => [
    ...(seen[index]?.has('succeeded') === ends ? [] : [`${name}: ${[...(seen[index] ?? [])]}`]),
    ...(seen[index]?.has('failed') ? [`${name}: given up`] : []),
  ])
  await stage.misbehave([])
  for (const [index, id] of ids.entries()) {
    const { status } = await stage.until(id, isDone)
    if (status !== 'succeeded') broken.push(`${CASES[index]?.name}: at last ${status}`)
  }
  return [...broken, ...prompts.flatMap((prompt) => paidOnce(stage, prompt))]
}

/** All states that a task is seen in while the gateway misbehaves. */
async function statesOf(stage: Stage, id: string): Promise<Set<string>> {
  const states = new Set<string>()
  const note = (task: TaskOnWire) => states.add(task.status) && isDone(task)
  await stage.until(id, note, 2 * WATCHED_MS)
  return states
}

/** The queue says so, questions go on at a walk, and the clip comes as soon as the key is taken again. */
async function refuseKey(stage: Stage, round: number): Promise<string[]> {
  await stage.misbehave([{ on: 'query', do: answer(401) }])
  const prompts = ['one', 'two', 'three'].map((name) => `key refused, ${name}, round ${round}`)
  const from = Date.now()
  const ids = await Promise.all(prompts.map((prompt) => stage.post(prompt)))
  await sleep(WATCHED_MS)
  const { paused } = await stage.queue()
  const states = await Promise.all(ids.map(async (id) => (await stage.read(id)).status))
  const waiting = await stage.post(`behind a refused key, round ${round}`)
  const asked = (await stage.requests()).filter(({ status, at }) => status === 401 && at >= from)
  await stage.misbehave([])
  const ends = await Promise.all(ids.map(async (id) => (await stage.until(id, isDone)).status))
  const { status: held } = await stage.read(waiting)
  await stage.resume()
  const { status: sent } = await stage.until(waiting, isDone)
  const most = WATCHED_MS / REFUSED_KEY_WAIT_MS + ids.length
  return [
    ...(paused?.reason === 'key_refused' ? [] : [`key refused mid-run: pause ${paused?.reason}`]),
    ...(states.every((status) => ['running', 'queued'].includes(status)) ? [] : [`key: ${states}`]),
    ...(asked.length <= most ? [] : [`key refused mid-run: ${asked.length} questions`]),
    ...(ends.includes('failed') ? ['key refused mid-run: a task was given up'] : []),
    ...(held === 'queued' ? [] : [`key refused mid-run: something was sent while paused`]),
    ...(sent === 'succeeded' ? [] : [`after a resume: ${sent}`]),
    ...prompts.flatMap((prompt) => paidOnce(stage, prompt)),
  ]
}

function paidOnce(stage: Stage, prompt: string): string[] {
  const count = stage.submits(prompt).length
  return count <= 1 ? [] : [`${prompt}: ${count} submits`]
}

const isDone = ({ status }: TaskOnWire) => ['succeeded', 'failed', 'unconfirmed'].includes(status)
