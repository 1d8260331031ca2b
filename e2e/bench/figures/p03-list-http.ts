import * as z from 'zod'
import { startClient, type Client } from '../clients/start-client'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { median } from '../machinery/statistics'
import { seededFolder } from '../peers/seeded'
import { startStudioIn } from '../peers/studio'

const MANY = 100_000
const FEW = 1_000
const TIMES = 40
const PATH = '/api/tasks?limit=50'

export const p03ListHttp: Figure = {
  id: 'P3',
  title: 'Listing tasks over HTTP',
  peer: `itself with ${FEW.toLocaleString('en')}`,
  lines: [
    {
      key: 'first-page',
      what: `the first 50 tasks of ${MANY.toLocaleString('en')}, over HTTP`,
      ...{ unit: 'ms', bar: 1.15, aim: 1.05, direction: 'at-most' },
    },
  ],
  async measure(scope) {
    const [many, few] = [await studioOf(scope, MANY), await studioOf(scope, FEW)]
    const client = startClient(scope, 'get-answers')
    const sides = { ours: () => take(client, many), peer: () => take(client, few) }
    const samples = { 'first-page': await alternate(sides, { warmUps: 2 }) }
    return { kind: 'measured', samples }
  },
}

async function studioOf(scope: Scope, count: number): Promise<string> {
  const dataDir = await seededFolder(scope, count, { isWithoutFiles: true })
  const studio = await startStudioIn(scope, { WORKER: 'off', DATA_DIR: dataDir })
  return studio.url
}

async function take(client: Client, url: string): Promise<number> {
  return median(z.array(z.number()).parse(await client({ url, paths: [PATH], times: TIMES })))
}
