import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, postTask } from '../../support/api'
import { openStage, type Stage } from '../gateway/stage'
import type { FaultTest } from '../machinery/fault-test'

export const f5: FaultTest = {
  id: 'F5',
  title: 'the same idempotency key with another body',
  sizes: { short: null, usual: 10, full: 100 },
  async run({ size, folder }) {
    const stage = await openStage(folder, { settings: { AISPHERE_CONCURRENCY: '1000' } })
    const broken: string[] = []
    try {
      for (let round = 1; round <= size; round += 1) broken.push(...(await playRound(stage, round)))
      await sleep(1000)
      const submits = stage.submits().length
      if (submits !== size) broken.push(`${submits} submits for ${size} tasks`)
      return { counts: { rounds: size, refused: 4 * size, submits }, broken }
    } finally {
      await stage.end()
    }
  },
}

/** One task is taken; whatever else comes with its key is refused, also at the same moment, also as a batch. */
async function playRound(stage: Stage, round: number): Promise<string[]> {
  const key = randomUUID()
  const headers = { 'idempotency-key': key, 'content-type': 'application/json' }
  const body = stage.body(`first, round ${round}`)
  const first = await postTask(stage.url, body, headers)
  const { id } = await first.json()
  const others = await Promise.all([
    postTask(stage.url, stage.body(`other, round ${round}`), headers),
    postTask(stage.url, { ...body, seed: round }, headers),
    postTask(stage.url, { ...body, duration: 8 }, headers),
    ask(stage.url, '/api/batches', {
      method: 'POST',
      headers,
      body: JSON.stringify({ tasks: [body] }),
    }),
  ])
  const answers = await Promise.all(
    others.map(async (answer) => `${answer.status} ${(await answer.json()).error?.code}`),
  )
  const again = await postTask(stage.url, { ...body, duration: 5 }, headers)
  const { id: same } = await again.json()
  return [
    ...(first.status === 202 ? [] : [`round ${round}: ${first.status}`]),
    ...answers.flatMap((answer) =>
      answer === '422 idempotency_mismatch' ? [] : [`round ${round}: ${answer}`],
    ),
    ...(again.status === 202 && same === id
      ? []
      : [`round ${round}: the same body ${again.status}`]),
  ]
}
