import path from 'node:path'
import type { Env } from '../env'
import type { Program } from './keep-running'

type Surroundings = {
  settings: Env
  /** From source, by tsx, instead of the bundles in dist. */
  isDev: boolean
  /** Of this process; the children's are made from it. */
  environment: NodeJS.ProcessEnv
}

/** The simulator, on the port it had before so that links and the worker's address stay good. */
export function simulatorProgram(
  { settings, isDev, environment }: Surroundings,
  port: number | null,
): Program {
  return {
    name: 'simulator',
    ...entry(isDev, { bundle: 'simulator.mjs', source: 'lib/simulator/main.ts' }),
    env: {
      ...environment,
      SIMULATOR_PORT: String(port ?? settings.simulator.port),
      SIMULATOR_SPEED: String(settings.simulator.speed),
      SIMULATOR_DATA: path.join(settings.dataDir, 'simulator'),
    },
  }
}

type WorkerOptions = Surroundings & {
  simulatorPort: number | null
  /** Where this machine reaches the front door; null where there is none. */
  loopbackUrl: string | null
}

export function workerProgram(options: WorkerOptions): Program {
  const { isDev, environment, simulatorPort, loopbackUrl } = options
  return {
    name: 'worker',
    ...entry(isDev, { bundle: 'worker.mjs', source: 'lib/server/worker/main.ts' }),
    env: {
      ...environment,
      ...(simulatorPort ? { STUDIO_SIMULATOR_URL: `http://127.0.0.1:${simulatorPort}` } : {}),
      ...(loopbackUrl ? { STUDIO_LOOPBACK_URL: loopbackUrl } : {}),
    },
  }
}

function entry(isDev: boolean, names: { bundle: string; source: string }) {
  return isDev
    ? { file: path.resolve(names.source), execArgv: ['--import', 'tsx'] }
    : { file: path.resolve('dist', names.bundle) }
}
