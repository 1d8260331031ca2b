import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { residentMiB } from '../../faults/gateway/worker-memory'
import { startProgram } from '../../support/program'
import { startSimulator } from '../../support/studio'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { storeTasksInFlight } from '../peers/tasks-in-flight'

const MANY = 10_000
const FEW = 100
const WATCHED_MS = 10_000
const LOOK_EVERY_MS = 100
const KEY = 'sk-bench-memory-0123456789'
const AT_WORK = { code: 0, data: { task_status: 'processing', urls: [] }, message: 'success' }

export const p11Memory: Figure = {
  id: 'P11',
  title: "The worker's memory",
  peer: `itself with ${FEW}`,
  lines: [
    {
      key: 'ratio',
      what: `the most that it holds within ${WATCHED_MS / 1000} s, 10,000 tasks with the gateway`,
      unit: 'MiB',
      bar: 1.2,
      aim: 1.1,
      direction: 'at-most',
    },
    {
      key: 'most',
      what: 'the same in MiB, by itself',
      unit: 'MiB',
      bar: 250,
      aim: 150,
      direction: 'at-most',
    },
  ],
  async measure(scope) {
    if (!existsSync('/proc/self/status'))
      return { kind: 'not-measured', reason: 'there is no /proc' }
    const gateway = await startSimulator(KEY)
    scope.defer(() => gateway.remove())
    await gateway.misbehave([{ on: 'query', do: { kind: 'answer', status: 200, json: AT_WORK } }])
    const most = (count: number) => mostOf(scope, { gateway: gateway.url, count })
    const ratio = await alternate({ ours: () => most(MANY), peer: () => most(FEW) })
    return { kind: 'measured', samples: { ratio, most: { ours: ratio.ours, peer: null } } }
  },
}

async function mostOf(
  scope: Scope,
  { gateway, count }: { gateway: string; count: number },
): Promise<number> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'studio-bench-memory-'))
  scope.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  await storeTasksInFlight({ dataDir, gateway, count })
  const worker = startProgram(process.execPath, ['dist/worker.mjs'], {
    DATA_DIR: dataDir,
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway,
  })
  scope.defer(() => worker.stop())
  await worker.said(/"working"/)
  let most = 0
  for (let left = WATCHED_MS; left > 0; left -= LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS)
    most = Math.max(most, residentMiB(worker.process.pid ?? 0))
  }
  await worker.stop()
  return most
}
