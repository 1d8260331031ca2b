import { readFileSync } from 'node:fs'
import { writeFormatted } from '../../bench/machinery/write-formatted'
import { placePart } from '../../support/marked-part'
import { INVARIANTS } from './oracle/finding'
import type { FaultResult } from './results'
import { countsInWords, sumInvariants, verdictInWords } from './words'

const MARKS = {
  begin: '<!-- results: written by npm run test:faults -->',
  end: '<!-- end of results -->',
}

/** The results as two Markdown tables: the tests, and the invariants over all of them. */
export function makeTables(results: readonly FaultResult[]): string {
  const tests = results.map((result) => {
    const { id, title, size, counts, seed, seconds, date, machine } = result
    const when = `${date.slice(0, 10)}, ${machine}`
    const took = `${Math.round(seconds)} s`
    return [id, title, size, verdictInWords(result), countsInWords(counts), seed, took, when]
  })
  const invariants = sumInvariants(results).map(({ id, checked, broken }) => [
    id,
    INVARIANTS[id],
    checked,
    broken,
  ])
  return [
    rows(['', 'what', 'size', 'verdict', 'counted', 'seed', 'took', 'run'], tests),
    rows(['', 'invariant', 'looked at', 'broken'], invariants),
  ].join('\n\n')
}

function rows(head: string[], cells: (string | number)[][]): string {
  const line = (row: (string | number)[]) =>
    `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '--')), ...cells.map(line)].join('\n')
}

export async function writeTables(file: string, results: readonly FaultResult[]): Promise<void> {
  const document = placePart(readFileSync(file, 'utf8'), MARKS, makeTables(results))
  await writeFormatted(file, document)
}
