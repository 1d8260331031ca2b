import { existsSync } from 'node:fs'
import type { TaskOnWire } from '@/lib/shared/wire'
import { openStage, type Stage } from '../gateway/stage'
import { watchMemory, workerOf } from '../gateway/worker-memory'
import type { FaultTest } from '../machinery/fault-test'

const SUBMIT_TIMEOUT_MS = 5000
const QUERY_TIMEOUT_MS = 1000
/** Beyond its time limit a request may need to be noticed, on a busy machine. */
const SLACK_MS = 4000
/** Tasks that nothing is wrong with must be there within this time all the same. */
const OTHERS_MS = 20_000
const MORE_MIB_AT_MOST = 20
const AT_ONCE = 6

const LONG = 100_000_000
const html = { contentType: 'text/html', text: '<html>sorry</html>' }
const BAD_ANSWERS: Record<string, object> = {
  'head at a byte a second': { kind: 'slow', bytesPerSecond: 1, head: true },
  'body at a byte a second': { kind: 'slow', bytesPerSecond: 1 },
  'never an answer': { kind: 'hang' },
  '100 MB of JSON': { kind: 'answer', status: 200, json: { code: 0, data: {} }, padBytes: LONG },
  '100 MB that are not declared': {
    kind: 'answer',
    status: 200,
    json: { code: 0 },
    padBytes: LONG,
    undeclared: true,
  },
  garbage: { kind: 'answer', status: 200, base64: 'AAEC/w==' },
  HTML: { kind: 'answer', status: 200, ...html },
}
const NAMES = Object.keys(BAD_ANSWERS)

export const f10: FaultTest = {
  id: 'F10',
  title: 'a byte a second, never an answer, 100 MB of JSON, garbage, HTML',
  sizes: { short: null, usual: 3, full: 20 },
  async run({ size, folder, say }) {
    const stage = await openStage(folder, {
      settings: { SUBMIT_TIMEOUT_MS: String(SUBMIT_TIMEOUT_MS) },
      contract: { queryTimeoutMs: QUERY_TIMEOUT_MS, clipTimeoutMs: 2000, clipMaxBytes: 5_000_000 },
    })
    try {
      await others(stage, 'warm', 30)
      const memory = existsSync('/proc')
        ? watchMemory(workerOf(stage.studio.process.pid ?? 0))
        : null
      await others(stage, 'usual', 30)
      const usual = memory?.stop() ?? 0
      const more = memory && watchMemory(workerOf(stage.studio.process.pid ?? 0))
      const broken = await badSubmits(stage)
      say('submits')
      broken.push(...(await badAnswers(stage, size, 'query')))
      say('questions')
      // Any of these may come in place of a clip, too; how large one may be is tried by F12.
      broken.push(...(await badAnswers(stage, size, 'clip')))
      const growth = Math.round((more?.stop() ?? 0) - usual)
      say(`memory: ${Math.round(usual)} MiB, ${growth} more`)
      if (growth > MORE_MIB_AT_MOST) broken.push(`${growth} MiB more memory`)
      const counts = {
        cases: NAMES.length * (1 + 2 * size) - 2 * size,
        moreMiB: Math.max(growth, 0),
      }
      return { counts, broken }
    } finally {
      await stage.end()
    }
  },
}

/** Each of them unconfirmed in time; what is sent after it goes on. */
async function badSubmits(stage: Stage): Promise<string[]> {
  const broken: string[] = []
  for (const name of NAMES) {
    const prompt = `submit, ${name}.`
    await stage.misbehave([{ on: 'submit', prompt, do: BAD_ANSWERS[name] }])
    const startedAt = performance.now()
    const id = await stage.post(prompt)
    const fine = others(stage, `beside ${name}`, 2)
    const isEnd = ({ status }: TaskOnWire) => !['queued', 'submitting'].includes(status)
    const { status } = await stage.until(id, isEnd)
    const ms = performance.now() - startedAt
    if (status !== 'unconfirmed') broken.push(`submit, ${name}: ${status}`)
    if (ms > SUBMIT_TIMEOUT_MS + SLACK_MS) broken.push(`submit, ${name}: ${Math.round(ms)} ms`)
    broken.push(...(await fine))
    const submits = stage.submits(prompt).length
    if (submits !== 1) broken.push(`submit, ${name}: ${submits} submits`)
  }
  return broken
}

/** Many at once: none fails, none succeeds, others go on, and the truth is taken when it comes. */
async function badAnswers(stage: Stage, size: number, on: 'query' | 'clip'): Promise<string[]> {
  const names = on === 'query' ? NAMES : NAMES.filter((name) => !name.startsWith('100 MB'))
  const prompts = names.flatMap((name) =>
    Array.from({ length: size }, (_, index) => ({ name, prompt: `${on}, ${name}, ${index}.` })),
  )
  await stage.misbehave(
    names.map((name) => ({ on, prompt: `${on}, ${name},`, do: BAD_ANSWERS[name] })),
  )
  const ids = await send(
    stage,
    prompts.map(({ prompt }) => prompt),
  )
  const broken = await others(stage, `beside bad answers to a ${on}`, 6)
  for (const [index, id] of ids.entries()) {
    const { status } = await stage.read(id)
    if (isDone({ status })) broken.push(`${prompts[index]?.prompt} ${status}`)
  }
  await stage.misbehave([])
  const ends = await Promise.all(ids.map((id) => stage.until(id, isDone)))
  ends.forEach(({ status }, index) => {
    if (status !== 'succeeded') broken.push(`${prompts[index]?.prompt} at last ${status}`)
  })
  return broken
}

async function others(stage: Stage, name: string, count: number): Promise<string[]> {
  const prompts = Array.from({ length: count }, (_, index) => `${name}, other ${index}.`)
  const ids = await send(stage, prompts)
  const tasks = await Promise.all(ids.map((id) => stage.until(id, isDone, OTHERS_MS)))
  const late = tasks.filter(({ status }) => status !== 'succeeded').length
  return late > 0 ? [`${name}: ${late} of ${count} others were not there in time`] : []
}

/** A few at a time: the gateway's own time for a submit is not what is tried here. */
async function send(stage: Stage, prompts: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < prompts.length; index += AT_ONCE) {
    const some = prompts.slice(index, index + AT_ONCE)
    const posted = await Promise.all(some.map((prompt) => stage.post(prompt)))
    const isSent = ({ status }: TaskOnWire) => !['queued', 'submitting'].includes(status)
    await Promise.all(posted.map((id) => stage.until(id, isSent)))
    ids.push(...posted)
  }
  return ids
}

const isDone = ({ status }: Pick<TaskOnWire, 'status'>) =>
  ['succeeded', 'failed', 'unconfirmed'].includes(status)
