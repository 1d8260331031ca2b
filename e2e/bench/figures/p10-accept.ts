import * as z from 'zod'
import { uploadPicture } from '../../support/api'
import { startClient } from '../clients/start-client'
import type { Figure, Line, Samples } from '../machinery/figure'
import { repeat, ROUNDS } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { percentile } from '../machinery/statistics'
import { startStudioIn } from '../peers/studio'

const POSTS_A_ROUND = 100

const P50 = { unit: 'ms', bar: 5, aim: 2, direction: 'at-most' } as const
const P99 = { unit: 'ms', bar: 30, aim: 15, direction: 'at-most' } as const
const POSTS = `of ${POSTS_A_ROUND * ROUNDS} posts`

/** Both with the queue at rest and at work: beside the worker, the simulator draws clips on the same processors. */
export const p10Accept: Figure = {
  id: 'P10',
  title: 'Accepting a task',
  peer: null,
  lines: [
    { key: 'rest-p50', what: `a task accepted (202), p50 ${POSTS}, nothing else going on`, ...P50 },
    { key: 'rest-p99', what: 'the same, p99', ...P99 },
    { key: 'work-p50', what: `a task accepted (202), p50 ${POSTS}, clips in the making`, ...P50 },
    { key: 'work-p99', what: 'the same, p99', ...P99 },
  ] satisfies Line[],
  async measure(scope) {
    const rest = await postTo(scope, { WORKER: 'off' })
    const work = await postTo(scope, { WORKER: 'on' })
    return {
      kind: 'measured',
      samples: {
        'rest-p50': take(rest, 0.5),
        'rest-p99': take(rest, 0.99),
        'work-p50': take(work, 0.5),
        'work-p99': take(work, 0.99),
      },
    }
  },
}

async function postTo(scope: Scope, env: Record<string, string>): Promise<number[][]> {
  const studio = await startStudioIn(scope, env)
  const { id } = await uploadPicture(studio.url, 'rocket.jpg')
  const client = startClient(scope, 'post-tasks')
  const job = { url: studio.url, imageId: id, count: POSTS_A_ROUND }
  const rounds = await repeat(async () => z.array(z.number()).parse(await client(job)))
  await studio.stop() // the next one is not to be measured beside it
  return rounds
}

function take(rounds: number[][], share: number): Samples {
  return { ours: rounds.map((round) => percentile(round, share)), peer: null }
}
