import { INVARIANTS, type InvariantId } from './oracle/finding'
import type { FaultResult } from './results'

/** `unconfirmedRows: 3` as "3 unconfirmed rows". */
export function countsInWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name.replace(/[A-Z]/g, (big) => ` ${big.toLowerCase()}`)}`)
    .join(', ')
}

export function verdictInWords({ broken }: Pick<FaultResult, 'broken'>): string {
  return broken.length === 0 ? 'held' : `BROKEN (${broken.length})`
}

/** What the terminal shows of a test: a line, and one for each invariant. */
export function printedResult(result: FaultResult): string[] {
  const { id, title, counts, seconds, invariants } = result
  const head = [title, verdictInWords(result), countsInWords(counts), `${Math.round(seconds)} s`]
  return [
    `${id.padEnd(4)}${head.filter(Boolean).join(' · ')}`,
    ...invariants.map((each) => `    ${printedInvariant(each)}`),
  ]
}

export function printedInvariant({
  id,
  checked,
  broken,
}: FaultResult['invariants'][number]): string {
  return `${id}  ${checked} looked at, ${broken} broken · ${INVARIANTS[id]}`
}

/** Each invariant over all tests that looked at it. */
export function sumInvariants(results: readonly FaultResult[]): FaultResult['invariants'] {
  const sums = new Map<InvariantId, { checked: number; broken: number }>()
  for (const { id, checked, broken } of results.flatMap(({ invariants }) => invariants)) {
    const sum = sums.get(id) ?? { checked: 0, broken: 0 }
    sums.set(id, { checked: sum.checked + checked, broken: sum.broken + broken })
  }
  return [...sums].map(([id, sum]) => ({ id, ...sum }))
}
