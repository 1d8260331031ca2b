import path from 'node:path'
import { migrate } from '../db/migrate'
import { env } from '../env'
import { createLog } from '../log'
import { simulatorProgram, workerProgram } from './programs'
import { failToStart, startStep } from './start-error'
import { closeOnSignal, untilClosing } from './stop-signals'
import { supervise } from './supervise'

/** The worker without a web side, for WORKER=off elsewhere; with the simulator where there is no key. */
async function main(): Promise<void> {
  closeOnSignal()
  Object.assign(process.env, { NODE_ENV: 'production' })
  const settings = env()
  await startStep('The database cannot be used', () =>
    migrate(settings.databaseUrl, path.resolve('prisma/migrations')),
  )
  const surroundings = { settings, isDev: false, environment: process.env }
  const supervisor = supervise({
    simulator: settings.gateway.isSimulator ? (port) => simulatorProgram(surroundings, port) : null,
    worker: (simulatorPort) => workerProgram({ ...surroundings, simulatorPort, loopbackUrl: null }),
    log: createLog('supervisor'),
  })
  await untilClosing()
  await supervisor.stop()
  process.exit(0)
}

main().catch(failToStart)
