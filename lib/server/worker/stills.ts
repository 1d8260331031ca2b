import { createLog } from '../log'
import { makeStills } from '../posters/make-stills'
import { createNap } from './nap'

const LOOK_EVERY_MS = 500

/** Makes what stills are missing until `stopping` is aborted. Clips in the making do not wait for it, nor it for them. */
export async function keepStills(stopping: AbortSignal): Promise<void> {
  const nap = createNap()
  while (!stopping.aborted) {
    try {
      if (await makeStills(stopping)) continue
    } catch (error) {
      createLog('worker').error({ err: error }, 'a look for missing stills failed')
    }
    await nap.rest(LOOK_EVERY_MS, stopping)
  }
}
