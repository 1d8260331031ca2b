import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FaultTest } from './fault-test'
import { readResults } from './results'
import { runFaults } from './run-faults'
import { readSelection } from './selection'
import { testFault } from './test-fault'

let folder = ''
let printed: string[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-faults-test-'))
  printed = []
  const marks = '<!-- results: written by npm run test:faults -->\n<!-- end of results -->\n'
  writeFileSync(inFolder('reliability.md'), marks)
})
afterEach(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string) => path.join(folder, name)
const results = () => readResults(inFolder('results.json'))
const table = () => readFileSync(inFolder('reliability.md'), 'utf8')

function run(tests: FaultTest[], ...args: string[]) {
  return runFaults({
    selection: readSelection(args, tests, () => 7),
    folder: inFolder('runs'),
    resultsFile: inFolder('results.json'),
    document: inFolder('reliability.md'),
    print: (line) => void printed.push(line),
    surroundings: () => ({ date: '2026-11-25T12:00:00.000Z', machine: '2 cores' }),
    stopping: new AbortController().signal,
  })
}

const broken = testFault({ run: async () => ({ counts: {}, broken: ['I2: paid twice'] }) })

describe('a run', () => {
  it('keeps results and table, removes its folder, and answers 0', async () => {
    expect(await run([testFault()])).toBe(0)
    expect(results()).toMatchObject([{ id: 'F1', size: 10, seed: 7, counts: { kills: 3 } }])
    expect(table()).toMatch(/\| F1 .* held .* 3 kills/)
    expect(existsSync(inFolder('runs/F1-7'))).toBe(false)
  })

  it('keeps the results of the tests that were not asked for', async () => {
    const tests = [testFault(), testFault({ id: 'F2' })]
    await run(tests)
    await run(tests, 'F2', '--seed', '8')
    expect(results().map(({ id, seed }) => [id, seed])).toEqual([
      ['F1', 7],
      ['F2', 8],
    ])
  })

  it.each([['--short'], ['--size', '2']])('writes nothing for %s', async (...args) => {
    await run([testFault()], ...args)
    expect(results()).toEqual([])
    expect(table()).not.toContain('F1')
  })

  it('gives each test its size, and the same numbers for the same seed', async () => {
    const seen: { size: number; first: number }[] = []
    const test = testFault({
      run: async ({ size, random }) => {
        seen.push({ size, first: random() })
        return { counts: {}, broken: [] }
      },
    })
    await run([test], '--full')
    await run([test], '--full')
    await run([test], '--seed', '8')
    expect(seen.map(({ size }) => size)).toEqual([100, 100, 10])
    expect(seen[1]?.first).toBe(seen[0]?.first)
    expect(seen[2]?.first).not.toBe(seen[0]?.first)
  })
})

describe('what did not hold', () => {
  it('answers 1, keeps the folder, and says how to run it again', async () => {
    expect(await run([broken])).toBe(1)
    expect(readFileSync(inFolder('runs/F1-7/broken.txt'), 'utf8')).toContain('paid twice')
    expect(printed.join('\n')).toContain('npm run test:faults -- F1 --seed 7')
    expect(table()).toContain('BROKEN (1)')
  })

  it('is also a test that throws; the others still run', async () => {
    const thrower = testFault({
      run: async () => {
        throw new Error('no port')
      },
    })
    expect(await run([thrower, testFault({ id: 'F2' })])).toBe(1)
    expect(results()).toMatchObject([
      { broken: [expect.stringContaining('no port')] },
      { id: 'F2' },
    ])
  })

  it('is counted for npm test', async () => {
    const report = inFolder('report.json')
    await run([broken, testFault({ id: 'F2' })], '--short', '--report', report)
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({ passed: 1, failed: 1 })
  })
})
