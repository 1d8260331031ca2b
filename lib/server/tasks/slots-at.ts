import { env } from '../env'
import { contract } from '../upstream/contract'
import { later } from './lifecycle'
import { learntFor } from './schedule/learnt'
import type { Slots } from './store/slots'

/** No clip is like this one, so all of the gateway's are asked. */
const ANY_CLIP = { model: '', seconds: 0, resolution: '' }

/** How many of ours the gateway may have now, and what counts as being there: what nobody knows of for as long as a clip takes. */
export async function slotsAt(now: Date): Promise<Slots> {
  const { placeMs, life, succeededWords } = contract()
  const usual = (await learntFor(ANY_CLIP, now)).rangeAt(0) ?? life
  return {
    concurrency: env().gateway.concurrency,
    runningSince: later(now, -placeMs),
    unconfirmedSince: later(now, -usual.untilMs),
    doneWords: succeededWords,
  }
}
