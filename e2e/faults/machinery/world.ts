import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '../../bench/peers/free-port'
import { Scope } from '../../bench/machinery/scope'
import { startProgram, type Program } from '../../support/program'
import { createClient } from './client'
import { openFaultLog } from './fault-log'
import { idsInTheAir } from './oracle/read-rows'
import { openOrders } from './orders'
import { processesIn } from './processes'
import { SIMULATOR_SPEED, STUDIO_SETTINGS } from './settings'
import { openToldLedger } from './told-ledger'

const KEY = 'sk-faults-0123456789'
const PRELOAD = path.resolve('e2e/faults/machinery/preload.mjs')

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * A folder with a gateway (the simulator with its own key and ledger) and whatever programs of a studio a test starts
 * beside it, each on a port that stays: a studio that is started again must be able to hand out its pictures.
 * @param preloads further scripts for the studio's programs, as absolute paths
 */
export async function openWorld(options: {
  folder: string
  settings?: Record<string, string>
  gatewaySettings?: Record<string, string>
  preloads?: readonly string[]
}) {
  const { folder, settings = {}, gatewaySettings = {}, preloads = [] } = options
  const scope = new Scope()
  const dataDir = path.join(folder, 'data')
  const gatewayDir = path.join(folder, 'gateway')
  const orders = openOrders(folder)
  const processes = processesIn(folder)
  const ledger = openToldLedger(folder)
  const faults = openFaultLog(folder)
  const logs = openLogs(folder)
  scope.defer(() => logs.write())

  const gateway = logs.start('simulator', ['dist/simulator.mjs'], {
    SIMULATOR_SPEED,
    SIMULATOR_API_KEY: KEY,
    SIMULATOR_DATA: gatewayDir,
    ...gatewaySettings,
  })
  scope.defer(() => gateway.stop())
  const [, gatewayUrl = ''] = await gateway.said(/"url":"(http:[^"]+)"/)

  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    ...STUDIO_SETTINGS,
    PORT: String(port),
    DATA_DIR: dataDir,
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gatewayUrl,
    FAULT_FOLDER: folder,
    NODE_OPTIONS: [PRELOAD, ...preloads]
      .map((file) => `--import=${pathToFileURL(file).href}`)
      .join(' '),
    ...settings,
  }
  scope.defer(() => processes.endAll())

  /** The whole studio, as `npm start` runs it; resolves when it listens. */
  const startStudio = async (more: Record<string, string> = {}): Promise<Program> => {
    const studio = logs.start('studio', ['dist/front-door.mjs'], { ...environment, ...more })
    await studio.said(/ready at http/)
    return studio
  }
  /** A worker by itself, as any number of them may run. */
  const startWorker = (more: Record<string, string> = {}): Program =>
    logs.start('worker', ['dist/worker.mjs'], { ...environment, ...more })

  /** The same with its supervisor, as `npm run worker` starts it. */
  const startWorkerAlone = (more: Record<string, string> = {}): Program =>
    logs.start('worker-alone', ['dist/worker-alone.mjs'], { ...environment, ...more })
  /** Tells the gateway to misbehave; these rules replace those before. */
  const misbehave = async (rules: object[]): Promise<void> => {
    const answer = await fetch(`${gatewayUrl}/_simulator/scenarios`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(rules),
    })
    if (!answer.ok) throw new Error(`the simulator refused a scenario: ${await answer.text()}`)
  }

  /** Notes that a worker died, or stands still, in this time: what it had in the air is in doubt. */
  const noteWorkerFault = async (what: string, from: number): Promise<void> => {
    const inDoubt = await idsInTheAir(path.join(dataDir, 'studio.db'))
    faults.add({ what, from, until: Date.now(), inDoubt })
  }

  return {
    folder,
    dataDir,
    gatewayDir,
    gatewayUrl,
    gatewayKey: KEY,
    url,
    orders,
    processes,
    ledger,
    faults,
    noteWorkerFault,
    client: createClient(url, ledger),
    startStudio,
    startWorker,
    startWorkerAlone,
    misbehave,
    end: () => scope.end(),
  }
}

/** Starts programs whose output is kept in the folder, a file each, when all is over. */
function openLogs(folder: string) {
  const started: { name: string; program: Program }[] = []
  const start = (name: string, args: string[], env: Record<string, string>): Program => {
    const program = startProgram(process.execPath, args, env)
    started.push({ name, program })
    return program
  }
  const write = () => {
    mkdirSync(path.join(folder, 'logs'), { recursive: true })
    for (const [index, { name, program }] of started.entries()) {
      const file = `${String(index + 1).padStart(3, '0')}-${name}.log`
      writeFileSync(path.join(folder, 'logs', file), program.log())
    }
  }
  return { start, write }
}
