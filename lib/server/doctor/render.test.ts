import { expect, it } from 'vitest'
import type { ToldFinding } from './describe'
import { renderFindings } from './render'

const told: ToldFinding[] = [
  {
    check: 'key',
    reason: 'present',
    verdict: 'good',
    params: {},
    name: 'Key',
    says: 'Set.',
    line: 'Key: Set.',
    remedy: null,
  },
  {
    check: 'disk',
    reason: 'low',
    verdict: 'bad',
    params: {},
    name: 'Disk',
    says: 'Full.',
    line: 'Disk: Full.',
    remedy: 'Make room.',
  },
]

it('writes a line a finding, its remedy beneath', () => {
  expect(renderFindings({ told, summary: 'One is wrong.', isColoured: false })).toBe(
    '✓ Key: Set.\n✗ Disk: Full.\n    Make room.\n\nOne is wrong.\n',
  )
})

it('colours the marks alone, and only when asked', () => {
  const text = renderFindings({ told, summary: '', isColoured: true })
  expect(text).toContain('\u001b[32m✓\u001b[39m Key: Set.')
  expect(text).toContain('\u001b[31m✗\u001b[39m Disk: Full.')
})
