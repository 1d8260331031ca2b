import { styleText } from 'node:util'
import type { Verdict } from '@/lib/shared/findings'
import type { ToldFinding } from './describe'

const MARKS = { good: '✓', bad: '✗', unsure: '?', skipped: '–' } as const
const COLOURS = { good: 'green', bad: 'red', unsure: 'yellow', skipped: 'gray' } as const

/** The findings as lines for a terminal: one each, its remedy indented beneath. */
export function renderFindings(options: {
  told: ToldFinding[]
  summary: string
  isColoured: boolean
}): string {
  const { told, summary, isColoured } = options
  const mark = (verdict: Verdict) =>
    isColoured
      ? styleText(COLOURS[verdict], MARKS[verdict], { validateStream: false })
      : MARKS[verdict]
  const lines = told.flatMap(({ verdict, line, remedy }) => [
    `${mark(verdict)} ${line}`,
    ...(remedy ? [`    ${remedy}`] : []),
  ])
  return `${[...lines, '', summary].join('\n')}\n`
}
