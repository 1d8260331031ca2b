import type { Figure, Line, Outcome } from './figure'
import type { FigureResult, Surroundings } from './results'

export const HERE: Surroundings = { date: '2026-11-25T12:00:00.000Z', node: '20.20.2', cpus: 2 }

export const LINE: Line = {
  key: 'time',
  what: 'a thing',
  unit: 'ms',
  bar: 1.5,
  aim: 1.2,
  direction: 'at-most',
}

export function testFigure(changes: Partial<Figure> = {}): Figure {
  return {
    id: 'P1',
    title: 'Doing a thing',
    peer: 'another',
    lines: [LINE],
    measure: async () => measured([10], [10]),
    ...changes,
  }
}

export function measured(ours: number[], peer: number[] | null): Outcome {
  return { kind: 'measured', samples: { time: { ours, peer } } }
}

export function testResult(changes: Partial<FigureResult> = {}): FigureResult {
  return {
    id: 'P1',
    title: 'Doing a thing',
    peer: 'another',
    ...HERE,
    reason: null,
    lines: [{ ...LINE, ours: [10], peer: [10] }],
    ...changes,
  }
}
