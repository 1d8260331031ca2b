import { closeDatabase } from '../db/database'
import { env } from '../env'
import { createLog } from '../log'
import { openData } from '../opening/open-data'
import { failToStart } from '../opening/start-error'
import { followKey } from './follow-key'
import { simulatorProgram, workerProgram } from './programs'
import { closeOnSignal, untilClosing } from './stop-signals'
import { supervise, type Supervisor } from './supervise'

/** The worker without a web side, for WORKER=off elsewhere; with the simulator where there is no key. */
async function main(): Promise<void> {
  closeOnSignal()
  Object.assign(process.env, { NODE_ENV: 'production' })
  await openData('worker')
  const supervisor = followKey({ start: startPrograms, log: createLog('supervisor') })
  await untilClosing()
  await supervisor.stop()
  await closeDatabase()
  process.exit(0)
}

function startPrograms(): Supervisor {
  const settings = env()
  const surroundings = { settings, isDev: false, environment: process.env }
  return supervise({
    simulator: settings.gateway.isSimulator ? (port) => simulatorProgram(surroundings, port) : null,
    worker: (simulatorPort) => workerProgram({ ...surroundings, simulatorPort, loopbackUrl: null }),
    log: createLog('supervisor'),
  })
}

main().catch(failToStart)
