import type { FaultOutcome } from './fault-test'
import type { Finding } from './oracle/finding'
import type { Ledgers } from './oracle/ledgers'

/** What the oracle found, as a test's outcome, with what the ledgers count and what the test counted itself. */
export function outcomeOf(
  invariants: Finding[],
  { told, accepted, rows, missing }: Ledgers,
  counts: Record<string, number>,
): FaultOutcome {
  const having = (status: string) => rows.filter((row) => row.status === status).length
  return {
    counts: {
      ...counts,
      tasks: new Set(told.accepted.flatMap(({ ids }) => ids)).size,
      accepted: accepted.length,
      succeeded: having('succeeded'),
      unconfirmed: having('unconfirmed'),
      failed: having('failed'),
    },
    broken: [
      ...invariants.flatMap(({ id, broken }) => broken.map((said) => `${id}: ${said}`)),
      // Also a picture, and a clip that is noted while its task goes on.
      ...missing.map((file) => `a row names ${file}, which is not there`),
    ],
    invariants,
  }
}
