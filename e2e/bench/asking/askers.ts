import { learn } from '@/lib/server/tasks/schedule/asking-times'
import { chooseLives } from '@/lib/server/tasks/schedule/choose-lives'
import type { Life } from '@/lib/server/tasks/schedule/life-model'
import { parseContract } from '@/lib/server/upstream/contract'
import type { Asker } from './play'

const KIND = { model: 'aisphere-v5', seconds: 5, resolution: '540p' }

/** The studio's own schedule, which begins with nothing but the contract's figures. */
export function studioAsker(): Asker {
  const contract = parseContract()
  const rows: (Life & typeof KIND)[] = []
  let learnt = learn([], contract)
  return {
    gapAfter: (ageMs) => learnt.gapAfter(ageMs),
    hear: (life) => {
      rows.unshift({ ...KIND, ...life })
      learnt = learn(chooseLives(rows, KIND), contract)
    },
  }
}

/** What it would be without learning: always so many milliseconds. */
export function fixedAsker(everyMs: number): Asker {
  return { gapAfter: () => everyMs, hear: () => {} }
}

/** Waits as long again each time. */
export function doublingAsker(firstMs: number): Asker {
  return { gapAfter: (ageMs) => Math.max(ageMs, firstMs), hear: () => {} }
}
