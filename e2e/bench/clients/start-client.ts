import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import * as z from 'zod'
import type { Scope } from '../machinery/scope'

const answerSchema = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string() })])

export type Client = (job: object) => Promise<unknown>

/**
 * Starts one of the programs of this folder as a process of its own, so that what measures does not wait behind what this
 * process does. Jobs are done one after the other.
 */
export function startClient(
  scope: Scope,
  name: 'read-ranges' | 'post-tasks' | 'encode' | 'archive-clip' | 'list-tasks' | 'get-answers',
): Client {
  const child = fork(path.resolve('e2e/bench/clients', `${name}.ts`), {
    execArgv: ['--import', 'tsx'],
  })
  scope.defer(() => child.kill())
  return async (job) => {
    const heard = new AbortController()
    const { signal } = heard
    child.send(job)
    try {
      const [message] = await Promise.race([
        once(child, 'message', { signal }),
        once(child, 'exit', { signal }).then(() => {
          throw new Error(`${name} ended without an answer`)
        }),
      ])
      const answer = answerSchema.parse(message)
      if ('error' in answer) throw new Error(`${name}: ${answer.error}`)
      return answer.value
    } finally {
      heard.abort()
    }
  }
}
