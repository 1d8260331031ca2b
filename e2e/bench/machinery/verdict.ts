import type { Line } from './figure'
import type { LineResult } from './results'
import { median } from './statistics'

export type Verdict = 'missed' | 'met' | 'aim met' | 'not measured'
export type Judged = {
  /** Medians of the rounds; null where nothing was measured or there is no peer. */
  ours: number | null
  peer: number | null
  /** What bar and aim are about: the ratio of the medians, or our median where there is no peer. */
  value: number | null
  verdict: Verdict
}

/** Judged anew from the samples wherever it is shown, so that a table never says more than the file behind it. */
export function judge(line: LineResult): Judged {
  if (line.ours.length === 0)
    return { ours: null, peer: null, value: null, verdict: 'not measured' }
  const ours = median(line.ours)
  const peer = line.peer && median(line.peer)
  const value = peer === null ? ours : ours / peer
  return { ours, peer, value, verdict: verdictOn(value, line) }
}

type Limits = Pick<Line, 'bar' | 'aim' | 'direction'>

function verdictOn(value: number, { bar, aim, direction }: Limits): Verdict {
  if (reaches(value, aim, direction)) return 'aim met'
  return reaches(value, bar, direction) ? 'met' : 'missed'
}

/** False for NaN: what cannot be computed is not reached. */
function reaches(value: number, limit: number, direction: Line['direction']): boolean {
  return direction === 'at-most' ? value <= limit : value >= limit
}
