import type { FaultTest } from './fault-test'
import type { FaultResult } from './results'

/** Builds a test of the harness that does nothing; for tests. */
export function testFault(over: Partial<FaultTest> = {}): FaultTest {
  return {
    id: 'F1',
    title: 'a thing is done',
    sizes: { short: 1, usual: 10, full: 100 },
    run: async () => ({ counts: { kills: 3 }, broken: [] }),
    ...over,
  }
}

export function testResult(over: Partial<FaultResult> = {}): FaultResult {
  return {
    id: 'F1',
    title: 'a thing is done',
    size: 10,
    seed: 7,
    date: '2026-11-25T12:00:00.000Z',
    machine: '2 cores, Linux, Node 20.20.2',
    seconds: 12.4,
    counts: { kills: 3, mostAtOnce: 8 },
    invariants: [{ id: 'I1', checked: 30, broken: 0 }],
    broken: [],
    ...over,
  }
}
