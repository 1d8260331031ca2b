import { noStrayFile, succeededMeansThere } from './clips'
import type { Finding } from './finding'
import type { Ledgers } from './ledgers'
import { everyPaymentIsLinked, onePaymentAnAttempt, spendIsKnown } from './payments'
import {
  everyAnswerIsOneRow,
  everyDoubtHasACause,
  everythingEnded,
  mostSucceeded,
  type AllowedFailures,
} from './rows'

export type Expectations = Partial<AllowedFailures> & { leastSucceeded?: number | null }

/** A studio that is killed while the gateway fetches a picture cannot hand it out: refused, and not paid. */
const UNPAID: AllowedFailures['unpaid'] = ['picture_refused']
const LEAST_SUCCEEDED = 0.8

/** Compares the four ledgers when all is quiet: I1 to I9, as docs/reliability.md has them. */
export function judge(ledgers: Ledgers, expected: Expectations = {}): Finding[] {
  const { unpaid = UNPAID, paid = [], leastSucceeded = LEAST_SUCCEEDED } = expected
  return [
    everyAnswerIsOneRow(ledgers),
    onePaymentAnAttempt(ledgers),
    everyPaymentIsLinked(ledgers),
    everyDoubtHasACause(ledgers),
    succeededMeansThere(ledgers),
    noStrayFile(ledgers),
    spendIsKnown(ledgers),
    everythingEnded(ledgers, { unpaid, paid }),
    mostSucceeded(ledgers, leastSucceeded),
  ]
}
