import path from 'node:path'
import type { Env } from '../env'
import type { Program } from './keep-running'

/** Descriptors that `npm run dev` gives the front door, so that each line can be told from whom it is. */
const DEV_OUTPUTS = { worker: 4, simulator: 5 }

type Surroundings = {
  settings: Env
  /** The bundles that `npm run dev` keeps up to date, each with an output of its own. */
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
    ...entry('simulator', isDev),
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
    ...entry('worker', isDev),
    env: {
      ...environment,
      ...(simulatorPort ? { STUDIO_SIMULATOR_URL: `http://127.0.0.1:${simulatorPort}` } : {}),
      ...(loopbackUrl ? { STUDIO_LOOPBACK_URL: loopbackUrl } : {}),
    },
  }
}

function entry(name: keyof typeof DEV_OUTPUTS, isDev: boolean) {
  const file = `${name}.mjs`
  if (!isDev) return { name, file: path.resolve('dist', file) }
  return {
    name,
    file: path.resolve('dist/dev', file),
    execArgv: ['--enable-source-maps'],
    output: DEV_OUTPUTS[name],
  }
}
