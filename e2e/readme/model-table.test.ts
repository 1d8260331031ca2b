import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { MODELS } from '@/lib/shared/models/catalogue'
import { makeModelTable, placeModelTable } from './model-table'

const cellsOf = (table: string) =>
  table.split('\n').map((row) =>
    row
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  )

describe('the table of the models', () => {
  it('stands in the README as the catalogue has it (npm run model-table writes it)', async () => {
    const readme = readFileSync('README.md', 'utf8')
    const config = await resolveConfig('README.md')
    const wanted = await format(placeModelTable(readme), { ...config, filepath: 'README.md' })
    expect(readme).toBe(wanted)
  })

  it('changes with the catalogue', () => {
    const [first] = MODELS
    if (!first) throw new Error('no model')
    const next = { ...first, label: 'v6', modes: ['reference'] as const, fullHdSeconds: [8] }
    const rows = cellsOf(makeModelTable([next]))
    expect(rows[0]).toEqual(['', 'v6', 'in which mode'])
    expect(rows.slice(2, 5).map(([, cell]) => cell)).toEqual(['no', 'no', 'yes'])
    expect(rows).toContainEqual(['seconds at 1080p', '8 (page: 5, 8, 10)', 'all'])
  })

  it('tells what the page allows beside what the maker does, only where they differ', () => {
    const rows = cellsOf(makeModelTable(MODELS.filter(({ label }) => label === 'v5')))
    expect(rows).toContainEqual([
      'motion, `motionMode`',
      'normal (page: normal, fast)',
      'one picture, first and last frame (page: all)',
    ])
    expect(rows).toContainEqual(['seconds at 1080p', '5, 8', 'all'])
    expect(rows).toContainEqual(['camera move, `cameraMovement`', 'no', ''])
  })
})
