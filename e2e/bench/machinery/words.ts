import type { FigureResult, LineResult } from './results'
import { judge } from './verdict'

/** A line of a figure in words, for the terminal and for the table. */
export type Words = {
  what: string
  ours: string
  peer: string
  /** The ratio, or nothing where the figure stands alone. */
  ratio: string
  bar: string
  aim: string
  verdict: string
}

export function wordsOf(figure: FigureResult, line: LineResult): Words {
  const { ours, peer, value, verdict } = judge(line)
  const sign = line.direction === 'at-most' ? '≤' : '≥'
  const unit = figure.peer === null ? ` ${line.unit}` : ''
  return {
    what: line.what,
    ours: ours === null ? '' : amount(ours, line.unit),
    peer: peer === null ? '' : amount(peer, line.unit),
    ratio: peer === null || value === null ? '' : value.toFixed(2),
    bar: `${sign} ${line.bar}${unit}`.trim(),
    aim: `${sign} ${line.aim}${unit}`.trim(),
    verdict: figure.reason === null ? verdict : `${verdict}: ${figure.reason}`,
  }
}

/** What the terminal shows while it runs. */
export function printedLine(figure: FigureResult, line: LineResult): string {
  const words = wordsOf(figure, line)
  const parts = [
    `${figure.id.padEnd(4)}${words.what}`,
    words.ours && `studio ${words.ours}`,
    words.peer && `${figure.peer} ${words.peer}`,
    words.ratio && `ratio ${words.ratio}`,
    `bar ${words.bar}`,
    `aim ${words.aim}`,
    words.verdict,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`.trim()
}
