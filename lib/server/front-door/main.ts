import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { isLoopback } from '../accounts/access'
import { closeDatabase } from '../db/database'
import { env, type Env } from '../env'
import { keepIndex } from '../finding/keep-index'
import { studioSecret } from '../secret'
import { verifySignedPicture } from '../images/signed-address'
import { closing, instance, nameInstance } from '../lifetime'
import { createLog } from '../log'
import { openData } from '../opening/open-data'
import { failToStart, StartError, startStep } from '../opening/start-error'
import { openMedia } from '../posters/open-media'
import { restartWhenRebuilt } from './dev-reload'
import { databaseArchives, databaseFiles } from './find-file'
import { followKey } from './follow-key'
import { createFrontDoor, type FrontDoor } from './front-door'
import { listen, type Address } from './listen'
import { simulatorProgram, workerProgram } from './programs'
import { startNext, type RunningNext } from './start-next'
import { closeOnSignal, untilClosing } from './stop-signals'
import { removeStudioFile, writeStudioFile } from '../studio-file'
import { supervise, type Supervisor } from './supervise'

/** How long the first page has the processors for itself. */
const FIRST_ANSWER_MS = 1_000
/** What is being answered when the studio is stopped gets this long. */
const GRACE_MS = 5_000
const isDev = process.argv.includes('--dev')

/** The front door as a program: Next behind it, the worker and the simulator beside it. */
async function main(): Promise<void> {
  closeOnSignal()
  Object.assign(process.env, {
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_MANUAL_SIG_HANDLE: '1', // else Next exits on SIGTERM without waiting for anybody
    NEXT_TELEMETRY_DISABLED: '1',
  })
  const settings = env()
  assertStaysHome(settings.host)
  nameInstance(randomUUID())
  const { host: hostname, port } = settings
  const [next] = await Promise.all([
    startStep('The pages cannot be served', () => startNext({ isDev, hostname, port })),
    openData('studio'),
  ])
  const door = openDoor(settings, next)
  const address = await listen(door.server, settings)
  announce(env(), address)
  await untilFirstAnswer(door.server)
  const indexing = keepIndex(closing())
  const start = () => startPrograms(address)
  const supervisor = followKey({ start, log: createLog('supervisor') })
  if (isDev) restartWhenRebuilt(supervisor)
  await untilClosing()
  await indexing
  await stop({ door, supervisor, next })
}

function assertStaysHome(host: string): void {
  if (isLoopback(host)) return
  throw new StartError(
    `HOST is ${host}, which others can reach, and this studio has no accounts yet. Use HOST=127.0.0.1.`,
  )
}

function openDoor({ uploadMaxBytes }: Env, next: RunningNext): FrontDoor {
  const isSigned = (url: string) =>
    verifySignedPicture(new URL(url, 'http://localhost'), new Date(), studioSecret()) !== null
  return createFrontDoor({
    next: next.handle,
    onDevUpgrade: isDev ? next.upgrade : undefined,
    rules: { isDev, uploadMaxBytes, isSigned, closing: closing() },
    find: databaseFiles(),
    openFile: openMedia,
    openArchive: databaseArchives(),
    log: createLog('front-door'),
  })
}

/** Whoever waits for the first page comes before the worker, which has nothing to show anybody yet. */
async function untilFirstAnswer(server: Server): Promise<void> {
  const answered = once(server, 'request').then(([, response]) => once(response, 'close'))
  const limit = wait(FIRST_ANSWER_MS, undefined, { ref: false })
  await Promise.race([answered, limit, untilClosing()])
}

function startPrograms({ url: loopbackUrl }: Address): Supervisor {
  const settings = env()
  const surroundings = { settings, isDev, environment: process.env }
  return supervise({
    simulator: settings.gateway.isSimulator ? (port) => simulatorProgram(surroundings, port) : null,
    worker: settings.worker
      ? (simulatorPort) => workerProgram({ ...surroundings, simulatorPort, loopbackUrl })
      : null,
    log: createLog('supervisor'),
  })
}

function announce({ dataDir, gateway }: Env, { host, port }: Address): void {
  const startedAt = new Date().toISOString()
  writeStudioFile(dataDir, { pid: process.pid, port, host, instance: instance(), startedAt })
  process.on('exit', () => removeStudioFile(dataDir, instance()))
  process.stdout.write(`AiSphere Studio is ready at http://localhost:${port}\n`)
  if (!gateway.isSimulator) return
  process.stdout.write(
    'There is no key yet: the built-in simulator makes the clips, free of charge.\n',
  )
}

type Running = { door: FrontDoor; supervisor: Supervisor; next: RunningNext }

/**
 * From the signal on nothing new begins (decide-request). The door stays open until the worker has ended, since the gateway
 * may yet fetch the picture of a paid request.
 */
async function stop({ door, supervisor, next }: Running): Promise<never> {
  const cutAt = performance.now() + GRACE_MS
  await supervisor.stop()
  await door.close(Math.max(0, cutAt - performance.now()))
  await next.close()
  await closeDatabase()
  process.exit(0)
}

main().catch(failToStart)
