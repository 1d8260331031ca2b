import { closeDatabase } from '../db/database'
import { env } from '../env'
import { createLog } from '../log'
import { openData } from '../opening/open-data'
import { failToStart } from '../opening/start-error'
import { runWorker } from './loop'
import { keepStills } from './stills'

/**
 * The worker as a program: it alone talks to the gateway. SIGTERM ends it when what is in the air has landed; a second one
 * changes nothing. As a child it leaves SIGINT to its parent, and ends when that is gone.
 */
async function main(): Promise<void> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.on('SIGTERM', stop)
  process.on('SIGINT', () => {
    if (!process.send) stop()
  })
  process.on('disconnect', stop)
  if (process.send && !process.connected) stop() // the parent was gone before anybody listened
  const log = createLog('worker')
  await openData('worker')
  const { baseUrl, isSimulator, keySource } = env().gateway
  log.info({ gateway: new URL(baseUrl).host, isSimulator, key: keySource }, 'working')
  await Promise.all([runWorker(stopping.signal), keepStills(stopping.signal)])
  await closeDatabase()
  log.info('stopped')
  process.exit(0) // an open IPC channel would keep the process
}

main().catch(failToStart)
