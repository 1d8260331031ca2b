import * as z from 'zod'
import { startClient, type Client } from '../clients/start-client'
import type { Figure, Line, Samples } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { median } from '../machinery/statistics'
import { seededFolder } from '../peers/seeded'

const ROWS = 50
const TIMES = 60
const SIZES = [1_000, 10_000, 100_000]

const keyOf = (size: number) => `of-${size}`

export const p02ListQuery: Figure = {
  id: 'P2',
  title: 'Listing tasks from the database',
  peer: 'the driver alone',
  lines: SIZES.map((size) => ({
    key: keyOf(size),
    what: `a page of ${ROWS} tasks with their parts, of ${size.toLocaleString('en')}`,
    ...{ unit: 'ms', bar: 1.5, aim: 1.2, direction: 'at-most' },
  })) satisfies Line[],
  async measure(scope) {
    const samples: Record<string, Samples> = {}
    for (const size of SIZES) samples[keyOf(size)] = await listOf(scope, size)
    return { kind: 'measured', samples }
  },
}

/** Both sides in one process of their own, with a connection each. */
async function listOf(scope: Scope, size: number): Promise<Samples> {
  const dataDir = await seededFolder(scope, size, { isWithoutFiles: true })
  const client = startClient(scope, 'list-tasks')
  const sides = {
    ours: () => take(client, { dataDir, side: 'studio' }),
    peer: () => take(client, { dataDir, side: 'driver' }),
  }
  return alternate(sides, { warmUps: 2 })
}

async function take(client: Client, job: { dataDir: string; side: string }): Promise<number> {
  return median(z.array(z.number()).parse(await client({ ...job, limit: ROWS, count: TIMES })))
}
