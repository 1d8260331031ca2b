import { fork, type ChildProcess } from 'node:child_process'
import type { Logger } from 'pino'

export type Program = {
  name: string
  /** Absolute path of what Node runs. */
  file: string
  execArgv?: string[]
  env: NodeJS.ProcessEnv
  /** A descriptor of this process that it prints to; without one, this process's own output. */
  output?: number
}

export type RestartDelays = {
  firstMs: number
  maxMs: number
  /** A child that lived this long starts with the first delay again. */
  healthyMs: number
}
export const RESTART_DELAYS: RestartDelays = { firstMs: 200, maxMs: 5_000, healthyMs: 30_000 }

export type KeptProgram = {
  /** Ends it by SIGTERM, which lets it finish what is in the air, and starts it as it now is. */
  restart(): void
  /** Ends it by SIGTERM and does not start it again. Without a limit it takes the time it needs; else SIGKILL follows. */
  stop(limitMs?: number): Promise<void>
}

type Options = {
  program: () => Program
  log: Logger
  delays?: RestartDelays
  onMessage?: (message: unknown) => void
}

/** Starts a program and starts it again whenever it ends, with growing delays. `program` is asked anew each time. */
export function keepRunning({
  program,
  log,
  delays = RESTART_DELAYS,
  onMessage,
}: Options): KeptProgram {
  let child: ChildProcess | null = null
  let timer: NodeJS.Timeout | undefined
  let isStopping = false
  let isRestarting = false
  let delayMs = delays.firstMs

  const start = () => {
    const { name, file, execArgv = [], env, output = 'inherit' } = program()
    const startedAt = performance.now()
    const ended = (how: End) => {
      child = null
      if (isStopping) return
      if (isRestarting) return startAfresh()
      if (performance.now() - startedAt >= delays.healthyMs) delayMs = delays.firstMs
      log.warn({ child: name, ...how, againInMs: delayMs }, 'a program ended and is started again')
      timer = setTimeout(start, delayMs)
      delayMs = Math.min(delayMs * 2, delays.maxMs)
    }
    try {
      child = fork(file, { execArgv, env, stdio: ['ignore', output, output, 'ipc'] })
      if (onMessage) child.on('message', onMessage)
      onceEnded(child, ended)
    } catch (err) {
      ended({ err }) // no memory for it, say
    }
  }
  const startAfresh = () => {
    isRestarting = false
    delayMs = delays.firstMs
    clearTimeout(timer)
    start()
  }
  start()

  const restart = () => {
    if (isStopping) return
    if (!child) return startAfresh()
    isRestarting = true
    child.kill('SIGTERM')
  }
  const stop = async (limitMs?: number) => {
    isStopping = true
    clearTimeout(timer)
    if (child) await endChild(child, limitMs)
  }
  return { restart, stop }
}

type End = { exitCode?: number | null; signal?: string | null; err?: unknown }

/** A child that could not even be started has no exit. */
function onceEnded(child: ChildProcess, listener: (how: End) => void): void {
  let hasEnded = false
  const end = (how: End) => {
    if (!hasEnded) listener(how)
    hasEnded = true
  }
  child.once('exit', (exitCode, signal) => end({ exitCode, signal }))
  child.on('error', (err) => {
    if (child.pid === undefined) end({ err })
  })
}

async function endChild(child: ChildProcess, limitMs: number | undefined): Promise<void> {
  const ended = new Promise<void>((resolve) => onceEnded(child, () => resolve()))
  child.kill('SIGTERM')
  const force = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs)
  await ended
  clearTimeout(force)
}
