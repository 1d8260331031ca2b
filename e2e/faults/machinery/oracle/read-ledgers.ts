import path from 'node:path'
import * as z from 'zod'
import { readLedger } from '@/lib/simulator/ledger'
import type { Accepted, Fault, Ledgers, Told } from './ledgers'
import { readDatabase } from './read-rows'
import { readFiles } from './read-files'

const bodySchema = z.looseObject({ prompt: z.string() })

/** The four ledgers of a test whose studio is stopped. */
export async function readLedgers(options: {
  told: Told
  faults: Fault[]
  dataDir: string
  gatewayDir: string
  now: number
}): Promise<Ledgers> {
  const { told, faults, dataDir, gatewayDir, now } = options
  const { rows, named, isPaused } = await readDatabase(path.join(dataDir, 'studio.db'))
  const [accepted, files] = await Promise.all([
    readAccepted(gatewayDir),
    readFiles(path.join(dataDir, 'media'), { named, now }),
  ])
  const missing = [...named].filter((name) => !files.some((file) => file.path === name))
  return { told, accepted, rows, files, missing, faults, isPaused }
}

export async function readAccepted(gatewayDir: string): Promise<Accepted[]> {
  const lines = await readLedger(gatewayDir)
  return lines.flatMap(({ at, accepted, task_id: taskId, body }) =>
    accepted && taskId !== null
      ? [{ at: Date.parse(at), taskId, prompt: bodySchema.parse(body).prompt }]
      : [],
  )
}
