import { parseContract } from '@/lib/server/upstream/contract'
import { judgeSubmit } from '@/lib/server/upstream/verdict'
import { openStage, type Stage } from '../gateway/stage'
import { tooEarly } from '../gateway/windows'
import type { FaultTest } from '../machinery/fault-test'

const PLACES = 4
/** Refusals after those that are in the air at once. */
const WINDOWS = 3
const CAP_MS = 2000
const RATE_WAIT_MS = 1000

type Form = { name: string; retryAfter: () => string; windowMs: number; windows: number }
const FORMS: readonly Form[] = [
  { name: 'seconds', retryAfter: () => '1', windowMs: 1000, windows: WINDOWS },
  // One moment, so one window: what is left of two to three seconds, which is above the cap.
  { name: 'date', retryAfter: () => dateIn(3000), windowMs: 1900, windows: 0 },
  { name: 'rubbish', retryAfter: () => 'after lunch', windowMs: RATE_WAIT_MS, windows: WINDOWS },
  { name: 'a year', retryAfter: () => '31536000', windowMs: CAP_MS, windows: WINDOWS - 1 },
]

export const f9: FaultTest = {
  id: 'F9',
  title: '429 with seconds, a date, rubbish, a year; two workers',
  sizes: { short: null, usual: 12, full: 100 },
  async run({ size, folder, say }) {
    const stage = await openStage(folder, {
      settings: { AISPHERE_CONCURRENCY: String(PLACES) },
      contract: { rateWaitMs: RATE_WAIT_MS, retryAfterMaxMs: CAP_MS },
    })
    const broken = capTaken()
    try {
      stage.startWorker()
      for (const form of FORMS) {
        say(form.name)
        broken.push(...(await refuseSubmits(stage, form, size)))
      }
      broken.push(...(await refuseQuestions(stage, size)))
      const submits = stage.submits()
      const refused = submits.filter(({ accepted }) => !accepted).length
      return { counts: { tasks: submits.length - refused, refused }, broken }
    } finally {
      await stage.end()
    }
  },
}

async function refuseSubmits(stage: Stage, form: Form, size: number): Promise<string[]> {
  const headers = { 'retry-after': form.retryAfter() }
  const times = PLACES + form.windows
  await stage.misbehave([{ on: 'submit', times, do: { kind: 'answer', status: 429, headers } }])
  const from = stage.submits().length
  const ids = await Promise.all(
    Array.from({ length: size }, (_, index) => stage.post(`${form.name} ${index}`)),
  )
  const ends = await Promise.all(ids.map((id) => stage.until(id, isDone)))
  const calls = stage.submits().slice(from)
  const accepted = calls.filter((call) => call.accepted)
  const early = tooEarly(
    calls.map(({ at, accepted: isAccepted }) => ({ at, isRefused: !isAccepted })),
    form.windowMs - 50,
  )
  const open = ends.filter((task) => task.status !== 'succeeded').length
  return [
    ...(early > 0 ? [`${form.name}: ${early} submits within a window`] : []),
    ...(open > 0 ? [`${form.name}: ${open} of ${size} did not succeed`] : []),
    ...(accepted.length === size ? [] : [`${form.name}: ${accepted.length} accepted of ${size}`]),
  ]
}

/** The same for questions, which any number of tasks ask. */
async function refuseQuestions(stage: Stage, size: number): Promise<string[]> {
  const headers = { 'retry-after': '1' }
  const rule = { on: 'query', times: 6, do: { kind: 'answer', status: 429, headers } }
  await stage.misbehave([{ on: 'query', times: 1, do: { kind: 'hang' } }, rule])
  const startedAt = Date.now()
  const ids = await Promise.all(
    Array.from({ length: size }, (_, index) => stage.post(`questions ${index}`)),
  )
  await Promise.all(ids.map((id) => stage.until(id, isDone)))
  const asked = (await stage.requests()).filter(
    ({ path, at }) => path.includes('/task/') && at >= startedAt,
  )
  const calls = asked.map(({ at, status }) => ({ at, isRefused: status === 429 }))
  const early = tooEarly(calls, 950)
  const refused = calls.filter(({ isRefused }) => isRefused).length
  return [
    ...(early > 0 ? [`${early} questions within a window`] : []),
    ...(refused === 6 ? [] : [`${refused} questions were refused instead of 6`]),
  ]
}

/** With the contract as it is, and time passed in: no wait is longer than 15 minutes. */
function capTaken(): string[] {
  const now = new Date('2026-01-01T00:00:00Z')
  const answers = ['31536000', '901', 'Fri, 01 Jan 2027 00:00:00 GMT']
  return answers.flatMap((retryAfter) => {
    const headers = { retryAfter }
    const answer = { kind: 'answer', status: 429, headers, body: '', isCut: false } as const
    const verdict = judgeSubmit(answer, { contract: parseContract(), now })
    const isCapped = verdict.kind === 'wait' && verdict.delayMs === 15 * 60_000
    return isCapped ? [] : [`Retry-After: ${retryAfter} is not capped at 15 minutes`]
  })
}

const isDone = ({ status }: { status: string }) =>
  ['succeeded', 'failed', 'unconfirmed'].includes(status)
const dateIn = (ms: number) => new Date(Date.now() + ms).toUTCString()
