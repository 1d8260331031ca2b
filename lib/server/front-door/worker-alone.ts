import path from 'node:path'
import { closeDatabase, connection } from '../db/database'
import { migrate } from '../db/migrate'
import { assertPragmas } from '../db/assert-pragmas'
import { env } from '../env'
import { createLog } from '../log'
import { loadKey } from '../settings/load-key'
import { followKey } from './follow-key'
import { simulatorProgram, workerProgram } from './programs'
import { failToStart, startStep } from './start-error'
import { closeOnSignal, untilClosing } from './stop-signals'
import { supervise, type Supervisor } from './supervise'

/** The worker without a web side, for WORKER=off elsewhere; with the simulator where there is no key. */
async function main(): Promise<void> {
  closeOnSignal()
  Object.assign(process.env, { NODE_ENV: 'production' })
  await startStep('The database cannot be used', async () => {
    await migrate(connection(), path.resolve('prisma/migrations'))
    await assertPragmas(connection())
    await loadKey()
  })
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
