import { expect, it } from 'vitest'
import { makeTables } from './table'
import { testResult } from './test-fault'

it('shows what was done and counted, and each invariant over all tests', () => {
  const broken = testResult({
    id: 'F2',
    broken: ['I1: a'],
    invariants: [{ id: 'I1', checked: 5, broken: 1 }],
  })
  const rows = makeTables([testResult(), broken]).split('\n')
  expect(rows).toContain(
    '| F1 | a thing is done | 10 | held | 3 kills, 8 most at once | 7 | 12 s | 2026-11-25, 2 cores, Linux, Node 20.20.2 |',
  )
  expect(rows).toContain('| I1 | every 202 is exactly one row | 35 | 1 |')
  expect(rows.find((row) => row.startsWith('| F2'))).toContain('BROKEN (1)')
})
