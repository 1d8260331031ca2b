import { expect, it } from 'vitest'
import { makeTable, placeTable } from './table'
import { LINE, testResult } from './test-figure'

const DOCUMENT = `# Title

Before.

<!-- figures: written by npm run bench -->

| old |

<!-- end of figures -->

After.
`

it('replaces what is between the marks and nothing else, also a second time', () => {
  const once = placeTable(DOCUMENT, '| new |')
  expect(once).toBe(DOCUMENT.replace('| old |', '| new |'))
  expect(placeTable(once, '| new |')).toBe(once)
})

it('refuses a document without its marks', () => {
  expect(() => placeTable('# Title', '| new |')).toThrow('has no mark')
})

it('shows both medians, the ratio, the verdict and when it was measured', () => {
  const line = { ...LINE, ours: [130, 120, 140], peer: [100] }
  const [row = ''] = makeTable([testResult({ lines: [line] })])
    .split('\n')
    .slice(2)
  expect(row).toBe(
    '| P1 | a thing | 130 ms | another: 100 ms | 1.30 | ≤ 1.5 | ≤ 1.2 | met | 2026-11-25, Node 20.20.2, 2 CPUs |',
  )
})

it('shows why something was not measured, and no number', () => {
  const lines = [{ ...LINE, ours: [], peer: null }]
  const table = makeTable([testResult({ reason: 'no such peer here', lines })])
  expect(table).toContain('| a thing |  |  |  | ≤ 1.5 | ≤ 1.2 | not measured: no such peer here |')
})
