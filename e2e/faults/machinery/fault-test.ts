import type { Finding } from './oracle/finding'

/** One test of the promise that nothing paid for is lost and nothing is paid twice: real processes, real faults. */
export type FaultTest = {
  /** As it is told in docs/reliability.md: F1 to F18, and S for the switches that show that the oracle sees. */
  id: `F${number}` | `S${number}`
  /** What is done, for the table. */
  title: string
  /** How often or how much: within `npm test` (null: not there), by `npm run test:faults`, and in its full run. */
  sizes: { short: number | null; usual: number; full: number }
  run: (context: FaultContext) => Promise<FaultOutcome>
}

export type FaultContext = {
  size: number
  /** From 0 to below 1, the same row of numbers for the same seed: every choice that a test makes is made by it. */
  random: () => number
  /** A folder of its own, removed afterwards when all held. */
  folder: string
  /** Keeps what the test is going to do in its folder, for whoever looks at a failing run. */
  plan: (steps: unknown) => void
  /** Tells the person who waits. */
  say: (line: string) => void
}

export type FaultOutcome = {
  /** What was counted, by name in camelCase, such as `accepted` or `kills`. */
  counts: Record<string, number>
  /** A sentence for each thing that did not hold; none when all did. */
  broken: string[]
  /** What the oracle found (oracle/judge.ts), in a test that compares the ledgers; what is broken there is in `broken`, too. */
  invariants?: Finding[]
}
