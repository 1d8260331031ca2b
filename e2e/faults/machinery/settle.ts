import { readdirSync, utimesSync, existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskStatus } from '@/lib/shared/task-states'
import type { Program } from '../../support/program'
import { countIn } from './oracle/read-rows'
import { readLedgers } from './oracle/read-ledgers'
import type { Ledgers } from './oracle/ledgers'
import type { World } from './world'

const QUIET_LIMIT_MS = 120_000
const LOOK_EVERY_MS = 200
/** Above the age at which a file of nobody must be gone. */
const AGED_MS = 11 * 60_000
/** How long the first sweep after a start may take. */
const SWEEP_LIMIT_MS = 20_000

/**
 * Waits until nothing changes by itself any more, for two minutes at most: what is not at its end then is for the oracle to
 * see, and so is a queue that waits for a person.
 */
export async function untilQuiet(world: World): Promise<void> {
  await untilNone(world, ['queued', 'submitting', 'running', 'archiving'])
}

/** Waits until no task waits to be sent. */
export async function untilSent(world: World): Promise<void> {
  await untilNone(world, ['queued'])
}

async function untilNone({ dataDir }: World, statuses: readonly TaskStatus[]): Promise<void> {
  const file = path.join(dataDir, 'studio.db')
  const until = performance.now() + QUIET_LIMIT_MS
  while (performance.now() < until) {
    const { count, isPaused } = await countIn(file, statuses)
    if (count === 0 || isPaused) return
    await sleep(LOOK_EVERY_MS)
  }
}

/**
 * Lets everything come to its end, stops the programs in this order, and reads the four ledgers. Before, all files are made eleven minutes old and the studio is started once
 * more, so that it sweeps: whatever belongs to nobody must be gone then.
 */
export async function settle(world: World, programs: readonly Program[]): Promise<Ledgers> {
  await untilQuiet(world)
  for (const program of programs) await program.stop()
  const media = path.join(world.dataDir, 'media')
  const aged = new Date(Date.now() - AGED_MS)
  for (const file of filesIn(media)) utimesSync(file, aged, aged)
  const sweeping = await world.startStudio()
  await untilSwept(path.join(media, 'tmp'))
  await sweeping.stop()
  const { ledger, faults, dataDir, gatewayDir } = world
  return readLedgers({
    told: ledger.told,
    faults: faults.all,
    dataDir,
    gatewayDir,
    now: Date.now(),
  })
}

async function untilSwept(folder: string): Promise<void> {
  const until = performance.now() + SWEEP_LIMIT_MS
  while (filesIn(folder).length > 0 && performance.now() < until) await sleep(LOOK_EVERY_MS)
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
