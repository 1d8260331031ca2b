import { setTimeout as sleep } from 'node:timers/promises'
import { openStage, type Stage } from '../gateway/stage'
import { playCase } from '../gateway/play-case'
import { VERDICT_CASES } from '../gateway/verdict-cases'
import type { FaultTest } from '../machinery/fault-test'

/** The rows that are no answer: no connection, an id of another task, too many unclear ones. */
const BEYOND = [notDelivered, foreignTaskId, threeUnclear] as const
const ALL = VERDICT_CASES.length + BEYOND.length

export const f8: FaultTest = {
  id: 'F8',
  title: 'every row of the verdict table',
  sizes: { short: 40, usual: ALL, full: ALL },
  async run({ size, folder, say }) {
    const stage = await openStage(folder, { settings: { SUBMIT_TIMEOUT_MS: '2000' } })
    const broken: string[] = []
    try {
      const cases = VERDICT_CASES.slice(0, size)
      for (const [number, one] of cases.entries())
        broken.push(...(await playCase(stage, number, one)))
      const beyond = BEYOND.slice(0, size - cases.length)
      for (const each of beyond) broken.push(...(await each(stage)))
      say(`${cases.length + beyond.length} cases`)
      broken.push(...(await sentAgain(stage)))
      return {
        counts: { cases: cases.length + beyond.length, submits: stage.submits().length },
        broken,
      }
    } finally {
      await stage.end()
    }
  },
}

/** Whatever is unclear or refused stays so: a second submit may come from a wait alone. */
async function sentAgain(stage: Stage): Promise<string[]> {
  await sleep(1000)
  const waiting = new Set(
    VERDICT_CASES.filter(({ expected }) => expected.kind === 'waits').map(({ name }) => name),
  )
  const prompts = stage.submits().map(({ body }) => body?.prompt ?? '')
  const twice = prompts.filter((prompt, index) => prompts.indexOf(prompt) !== index)
  const wrong = twice.filter((prompt) => !waiting.has(prompt.replace(/^case \d+: /, '')))
  return wrong.map((prompt) => `${prompt}: was sent again`)
}

async function notDelivered(stage: Stage): Promise<string[]> {
  await stage.misbehave([])
  await stage.stopGateway()
  const id = await stage.post('nobody listens')
  const waiting = await stage.until(id, ({ error }) => error?.code === 'gateway_unreachable', 8000)
  await stage.startGateway()
  const sent = await stage.until(id, ({ taskId }) => taskId !== null, 8000)
  const submits = stage.submits('nobody listens').length
  const isRight = waiting.status === 'queued' && sent.taskId !== null && submits === 1
  return isRight ? [] : [`connection refused: ${waiting.status}, then ${submits} submits`]
}

async function foreignTaskId(stage: Stage): Promise<string[]> {
  await stage.misbehave([])
  const owner = await stage.post('owns its id')
  const { taskId } = await stage.until(owner, (task) => task.taskId !== null)
  const json = { code: 0, data: { task_id: taskId, task_status: 'queued', urls: [] } }
  const prompt = 'is given the id of another'
  await stage.misbehave([{ on: 'submit', prompt, do: { kind: 'answer', status: 200, json } }])
  const id = await stage.post(prompt)
  const task = await stage.until(id, ({ status }) => status === 'unconfirmed', 8000)
  const code = task.error?.code
  return code === 'task_id_taken' ? [] : [`a task id that another row owns: ${task.status} ${code}`]
}

async function threeUnclear(stage: Stage): Promise<string[]> {
  await stage.misbehave([{ on: 'submit', prompt: 'unclear', do: { kind: 'accept-then-cut' } }])
  // An accepted one first, so that the count begins anew.
  const fine = await stage.post('clear')
  await stage.until(fine, ({ taskId }) => taskId !== null)
  for (let count = 1; count <= 3; count += 1) {
    const id = await stage.post(`unclear ${count}`)
    await stage.until(id, ({ status }) => status === 'unconfirmed', 8000)
  }
  let { paused } = await stage.queue()
  for (let look = 0; look < 100 && !paused; look += 1) paused = (await stage.queue()).paused
  const fourth = await stage.post('unclear 4')
  await sleep(600)
  const { status } = await stage.read(fourth)
  await stage.cancel(fourth)
  await stage.resume()
  const isRight = paused?.reason === 'too_many_unclear' && status === 'queued'
  return isRight ? [] : [`three unclear in a row: pause ${paused?.reason}, the fourth ${status}`]
}
