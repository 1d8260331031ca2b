import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Simulator } from './studio'

export type LedgerLine = {
  accepted: boolean
  task_id: string | null
  body: { prompt?: string }
}

/** What the gateway received with this prompt, in its own synced book. */
export function received({ dataDir }: Simulator, prompt: string): LedgerLine[] {
  const file = path.join(dataDir, 'ledger.jsonl')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
  return lines
    .map((line): LedgerLine => JSON.parse(line))
    .filter(({ body }) => body.prompt === prompt)
}

/** How often it would be charged. */
export function accepted(gateway: Simulator, prompt: string): number {
  return received(gateway, prompt).filter((line) => line.accepted).length
}
