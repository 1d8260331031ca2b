import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export type Program = {
  process: ChildProcess
  /** All that it has printed so far. */
  log: () => string
  /** Waits until a line matches. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Its exit code, once it has ended by itself. */
  ended: () => Promise<number | null>
  /** SIGTERM, then its exit: code and milliseconds. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>
}

const SAY_TIMEOUT_MS = 60_000

/** A test that fails half-way must not leave its programs behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program with a clean environment: only what is passed, and what Node needs. */
export function startProgram(
  command: string,
  args: string[],
  env: Record<string, string>,
): Program {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(command, args, {
    env: { NODE_ENV: 'production', PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let output = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    output += chunk.toString('utf8')
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)

  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const end = (outcome: () => void) => {
        clearTimeout(timer)
        listeners.delete(check)
        child.off('exit', gone)
        outcome()
      }
      const fail = (why: string) => end(() => reject(new Error(`${why}; it printed:\n${output}`)))
      const check = () => {
        const match = pattern.exec(output)
        if (match) end(() => resolve(match))
      }
      const gone = () => fail(`${args.join(' ')} ended before it said ${pattern}`)
      const timer = setTimeout(
        () => fail(`${args.join(' ')} did not say ${pattern}`),
        SAY_TIMEOUT_MS,
      )
      child.on('exit', gone)
      listeners.add(check)
      check()
    })

  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const startedAt = performance.now()
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return { code: child.exitCode, ms: performance.now() - startedAt }
  }
  return { process: child, log: () => output, said, ended, stop }
}
