import { isDatabaseDamaged } from '../../db/driver-error'
import { env } from '../../env'
import { createLog } from '../../log'
import { pauseQueue } from '../store/queue'

let isDamaged = false

/** Whether this process has met a page of the database that cannot be read. It sends nothing paid any more. */
export function hasMetDamage(): boolean {
  return isDamaged
}

/** Runs a step; where it meets a damaged database nothing paid is sent from then on, here and by the others. */
export async function watchForDamage<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (!isDamaged && isDatabaseDamaged(error)) await stopSending(error)
    throw error
  }
}

async function stopSending(error: unknown): Promise<void> {
  isDamaged = true
  const log = createLog('tasks')
  log.fatal({ err: error }, 'the database is damaged: nothing is sent any more')
  const { keyVersion } = env().gateway
  await pauseQueue({ reason: 'database_damaged', now: new Date(), keyVersion }).catch(
    (err: unknown) => log.error({ err }, 'the queue could not be paused'),
  )
}

/** For tests, which share a process. */
export function forgetDamage(): void {
  isDamaged = false
}
