import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Figure } from './figure'
import { readResults } from './results'
import { runBench, SelectionError } from './run-bench'
import { HERE, measured, testFigure } from './test-figure'

let folder = ''
let printed: string[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-test-'))
  printed = []
  writeFileSync(document(), '<!-- figures: written by npm run bench -->\n<!-- end of figures -->\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

const resultsFile = () => path.join(folder, 'results.json')
const document = () => path.join(folder, 'performance.md')

function bench(
  figures: Figure[],
  { selection = [], date = HERE.date }: { selection?: string[]; date?: string } = {},
  stopping = new AbortController().signal,
) {
  return runBench({
    figures,
    selection,
    resultsFile: resultsFile(),
    document: document(),
    print: (line) => void printed.push(line),
    surroundings: () => ({ ...HERE, date }),
    stopping,
  })
}

const met = testFigure({ id: 'P4', measure: async () => measured([10], [10]) })
const missed = testFigure({ id: 'P13', measure: async () => measured([16], [10]) })

describe('the exit code', () => {
  it('is 0 when every bar is met', async () => {
    expect(await bench([met])).toBe(0)
    expect(printed).toEqual([
      'P4  a thing · studio 10.0 ms · another 10.0 ms · ratio 1.00 · bar ≤ 1.5 · aim ≤ 1.2 · aim met',
    ])
  })

  it('is 1 when a bar is missed, also by a figure that is not the last', async () => {
    expect(await bench([missed, met])).toBe(1)
    expect(printed[0]).toMatch(/ratio 1\.60 .* missed$/)
  })

  it('is 0 for what could not be measured, which says so', async () => {
    const alone = testFigure({ measure: async () => ({ kind: 'not-measured', reason: 'no peer' }) })
    expect(await bench([alone])).toBe(0)
    expect(printed).toEqual(['P1  a thing · bar ≤ 1.5 · aim ≤ 1.2 · not measured: no peer'])
    expect(readFileSync(document(), 'utf8')).toContain('not measured: no peer')
  })

  it('is 1 when a figure breaks off; the others are measured and its last result stays', async () => {
    await bench([met, missed])
    const broken = testFigure({ id: 'P4', measure: () => Promise.reject(new Error('it fell')) })
    expect(await bench([broken, met], { date: '2026-12-01T00:00:00.000Z' })).toBe(1)
    expect(printed).toContain('P4  Doing a thing · broke off: Error: it fell')
    expect(readResults(resultsFile()).map(({ id }) => id)).toEqual(['P4', 'P13'])
  })

  it('is 1 when a figure forgets a line', async () => {
    const forgetful = testFigure({ measure: async () => ({ kind: 'measured', samples: {} }) })
    expect(await bench([forgetful])).toBe(1)
    expect(printed[0]).toMatch(/broke off.*no samples/)
  })
})

describe('a selection', () => {
  it('measures these only, and keeps the others with their own date', async () => {
    await bench([met, missed])
    await bench([met, missed], { selection: ['p13'], date: '2026-12-01T00:00:00.000Z' })
    const dates = readResults(resultsFile()).map(({ id, date }) => [id, date.slice(0, 10)])
    expect(dates).toEqual([
      ['P4', '2026-11-25'],
      ['P13', '2026-12-01'],
    ])
    expect(printed).toHaveLength(3)
    expect(readFileSync(document(), 'utf8')).toMatch(/P4 .*2026-11-25[^]*P13.*2026-12-01/)
  })

  it('of an unknown figure is refused with a list, before anything is measured', async () => {
    const refused = bench([met, missed], { selection: ['P4', 'P99'] })
    await expect(refused).rejects.toThrow(SelectionError)
    await expect(refused).rejects.toThrow(/no figure P99[^]*P4 [^]*P13/)
    expect(printed).toEqual([])
  })
})

it('keeps every round, so that the table can be made again', async () => {
  await bench([testFigure({ measure: async () => measured([1, 2, 3], [3, 2, 1]) })])
  const [result] = readResults(resultsFile())
  expect(result?.lines[0]).toMatchObject({ ours: [1, 2, 3], peer: [3, 2, 1] })
  expect(result).toMatchObject(HERE)
})

it('undoes what a figure started, last first, also when it breaks off', async () => {
  const undone: string[] = []
  const broken = testFigure({
    measure: async (scope) => {
      scope.defer(() => undone.push('first'))
      scope.defer(() => undone.push('second'))
      throw new Error('it fell')
    },
  })
  await bench([broken])
  expect(undone).toEqual(['second', 'first'])
})

it('stops at a signal: what is measured stays, nothing more begins', async () => {
  const stopping = new AbortController()
  const last = testFigure({
    id: 'P4',
    measure: async () => {
      stopping.abort()
      return measured([10], [10])
    },
  })
  await bench([last, missed], {}, stopping.signal)
  expect(readResults(resultsFile()).map(({ id }) => id)).toEqual(['P4'])
})
