import path from 'node:path'
import { closeDatabase, connection } from '../db/database'
import { migrate } from '../db/migrate'
import { assertPragmas } from '../db/assert-pragmas'
import { env, EnvError } from '../env'
import { createLog } from '../log'
import { loadKey } from '../settings/load-key'
import { runWorker } from './loop'

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
  await migrate(connection(), path.resolve('prisma/migrations'))
  await assertPragmas(connection())
  await loadKey()
  const { baseUrl, isSimulator, keySource } = env().gateway
  log.info({ gateway: new URL(baseUrl).host, isSimulator, key: keySource }, 'working')
  await runWorker(stopping.signal)
  await closeDatabase()
  log.info('stopped')
  process.exit(0) // an open IPC channel would keep the process
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof EnvError) process.stderr.write(`${message}\n`)
  else createLog('worker').fatal({ err: error }, 'the worker cannot work')
  process.exit(1)
})
