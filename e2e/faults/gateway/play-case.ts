import type { TaskOnWire } from '@/lib/shared/wire'
import type { Stage } from './stage'
import type { VerdictCase } from './verdict-cases'

const SENT = ['running', 'archiving', 'succeeded']

/** Sends one task to a gateway that answers so; answers what did not come out as it should. */
export async function playCase(stage: Stage, number: number, one: VerdictCase): Promise<string[]> {
  const prompt = `case ${number}: ${one.name}`
  await stage.misbehave([{ on: 'submit', prompt, times: 1, do: one.told() }])
  const id = await stage.post(prompt)
  const broken = await seen(stage, { id, prompt, one })
  return broken.map((what) => `${one.name}: ${what}`)
}

async function seen(
  stage: Stage,
  { id, prompt, one: { expected } }: { id: string; prompt: string; one: VerdictCase },
): Promise<string[]> {
  if (expected.kind === 'pauses') return seenPause(stage, { id, prompt, reason: expected.reason })
  const isEnd = ({ status }: TaskOnWire) =>
    expected.kind === 'accepted' || expected.kind === 'waits'
      ? SENT.includes(status)
      : status === expected.kind
  const task = await stage.until(id, (each) => isEnd(each) || each.status === 'failed', 8000)
  const submits = stage.submits(prompt)
  const { paused } = await stage.queue()
  const code = 'code' in expected && expected.kind !== 'waits' ? expected.code : null
  const [first, second] = submits
  const gap = (second?.at ?? 0) - (first?.at ?? 0)
  return [
    ...(isEnd(task) ? [] : [`is ${task.status}`]),
    ...wrong('error', task.error?.code ?? null, code),
    ...wrong('pause', paused?.reason ?? null, null),
    ...wrong('submits', submits.length, expected.kind === 'waits' ? 2 : 1),
    ...(expected.kind === 'waits' && gap < expected.atLeastMs ? [`again after ${gap} ms`] : []),
  ]
}

/** The task goes back to its place and nothing more is sent; resumed, the next one is. */
async function seenPause(
  stage: Stage,
  { id, prompt, reason }: { id: string; prompt: string; reason: string },
): Promise<string[]> {
  const isBack = ({ status }: TaskOnWire) =>
    status !== 'submitting' && stage.submits(prompt).length > 0
  await stage.until(id, isBack, 8000)
  // The pause is written just after the row.
  let paused = (await stage.queue()).paused
  for (let look = 0; look < 100 && !paused; look += 1) paused = (await stage.queue()).paused
  const task = await stage.read(id)
  await stage.cancel(id)
  await stage.resume()
  return [
    ...wrong('pause', paused?.reason ?? null, reason),
    ...wrong('state', task.status, 'queued'),
    ...wrong('submits', stage.submits(prompt).length, 1),
  ]
}

function wrong(what: string, is: unknown, shouldBe: unknown): string[] {
  return is === shouldBe ? [] : [`${what} is ${String(is)} instead of ${String(shouldBe)}`]
}
