import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

const lineSchema = z.object({ program: z.string(), pid: z.number(), at: z.number() })
const LOOK_EVERY_MS = 20
const START_LIMIT_MS = 30_000

/** The programs of a test's studio, as the preload in each wrote them down when it started. */
export function processesIn(folder: string) {
  const started = () => {
    const file = path.join(folder, 'processes.jsonl')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
    return lines.map((line) => lineSchema.parse(JSON.parse(line)))
  }
  const killed = new Set<number>()
  const kill = (pid: number): void => {
    // Whoever was killed may stay in the system's table for seconds, until its parent, or what came in its place, looks.
    killed.add(pid)
    sendSignal(pid, 'SIGKILL')
  }
  /** The last that was started, if it lives. */
  const living = (program: string): number | null => {
    const last = started().findLast((line) => line.program === program)
    return last && !killed.has(last.pid) && isAlive(last.pid) ? last.pid : null
  }
  /** Waits for one that is not `before`, which may still live. */
  const another = async (program: string, before: number | null): Promise<number> => {
    const until = performance.now() + START_LIMIT_MS
    while (performance.now() < until) {
      const pid = living(program)
      if (pid !== null && pid !== before) return pid
      await sleep(LOOK_EVERY_MS)
    }
    throw new Error(`no ${program} was started`)
  }
  /** Ends what still lives, also what is stopped: nothing may outlive its test. Answers how many. */
  const endAll = (): number => started().filter(({ pid }) => sendSignal(pid, 'SIGKILL')).length
  return { kill, living, another, endAll }
}

/** False where there is no such process. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  return sendSignal(pid, 0)
}
