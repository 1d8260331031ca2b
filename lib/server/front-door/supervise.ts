import type { Logger } from 'pino'
import * as z from 'zod'
import { keepRunning, type KeptProgram, type Program, type RestartDelays } from './keep-running'

type Options = {
  /** Given the port it had before, or null at its first start. Null when there is a real gateway. */
  simulator: ((port: number | null) => Program) | null
  /** Given the simulator's port when there is one. Null with WORKER=off. */
  worker: ((simulatorPort: number | null) => Program) | null
  log: Logger
  delays?: RestartDelays
  simulatorStopMs?: number
}

export type Supervisor = {
  /** Starts one of them again, if it runs here. */
  restart(name: 'simulator' | 'worker'): void
  /** The worker first, however long its paid request takes; then the simulator, which that request may go to. */
  stop(): Promise<void>
}

const SIMULATOR_STOP_MS = 3_000

const listeningSchema = z.object({
  type: z.literal('listening'),
  port: z.number().int().min(1).max(65535),
})

/** Starts what runs beside the front door and keeps it running: the simulator if needed, and as soon as it listens the worker. */
export function supervise(options: Options): Supervisor {
  const { simulator, worker, log, delays, simulatorStopMs = SIMULATOR_STOP_MS } = options
  let keptWorker: KeptProgram | null = null
  let keptSimulator: KeptProgram | null = null
  let isStopping = false

  const startWorker = (simulatorPort: number | null) => {
    if (!worker || keptWorker || isStopping) return
    keptWorker = keepRunning({ program: () => worker(simulatorPort), log, delays })
  }

  if (simulator) {
    let port: number | null = null
    const onMessage = (message: unknown) => {
      const listening = listeningSchema.safeParse(message)
      if (!listening.success) return
      port = listening.data.port
      startWorker(port)
    }
    keptSimulator = keepRunning({ program: () => simulator(port), log, delays, onMessage })
  } else {
    startWorker(null)
  }

  let stopped: Promise<void> | undefined
  const stopInOrder = async () => {
    isStopping = true
    await keptWorker?.stop()
    await keptSimulator?.stop(simulatorStopMs)
  }
  return {
    restart: (name) => (name === 'worker' ? keptWorker : keptSimulator)?.restart(),
    stop: () => (stopped ??= stopInOrder()),
  }
}
