import type { Scope } from './scope'

/** One number of a figure and what it must reach: ours over the peer's where there is a peer, else ours alone. */
export type Line = {
  /** Names it within its figure. */
  key: string
  what: string
  unit: string
  bar: number
  aim: number
  direction: 'at-most' | 'at-least'
}

/** What the rounds gave, in the line's unit, one number a round. */
export type Samples = { ours: number[]; peer: number[] | null }

export type Outcome =
  { kind: 'measured'; samples: Record<string, Samples> } | { kind: 'not-measured'; reason: string }

export type Figure = {
  id: string
  title: string
  /** What it is compared with; null for a figure that stands alone. */
  peer: string | null
  lines: readonly Line[]
  /** Whatever it starts or makes is undone by the scope, also after a failure or a signal. */
  measure: (scope: Scope) => Promise<Outcome>
}
