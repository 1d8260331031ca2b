import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseBusy } from './driver-error'

const PATIENCE_TRIES = 60

/** Tries again for some minutes while the database is locked: for what is known and must not be forgotten, such as a paid answer. */
export async function patiently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isDatabaseBusy(error) || attempt >= PATIENCE_TRIES) throw error
      await sleep(500)
    }
  }
}
