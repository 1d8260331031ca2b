import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { env } from '../env'
import { loadKey } from '../settings/load-key'
import type { Supervisor } from './supervise'

/** How long a key that was typed in, or removed, may take to arrive at the worker. */
const LOOK_EVERY_MS = 500

/**
 * Keeps the programs beside this one running, and starts them anew when another key is stored, here or by another process:
 * a worker has one key and one gateway for life. What it has in the air lands first.
 * @param start starts them with the settings as they are at that moment
 */
export function followKey(options: {
  start: () => Supervisor
  log: Logger
  everyMs?: number
}): Supervisor {
  const { start, log, everyMs = LOOK_EVERY_MS } = options
  const stopping = new AbortController()
  let key = keyInUse()
  let supervisor = start()

  const startAnew = async () => {
    await supervisor.stop()
    if (stopping.signal.aborted) return
    key = keyInUse()
    const { keySource, name } = env().gateway
    log.info({ key: keySource, gateway: name }, 'another key: starting anew')
    supervisor = start()
  }
  const follow = async () => {
    while (!stopping.signal.aborted) {
      try {
        await sleep(everyMs, undefined, { signal: stopping.signal })
        await loadKey()
        if (keyInUse() !== key) await startAnew()
      } catch (error) {
        if (!stopping.signal.aborted) log.error({ err: error }, 'the stored key was not looked at')
      }
    }
  }
  const following = follow()

  let stopped: Promise<void> | undefined
  const stop = async () => {
    stopping.abort()
    await following
    await supervisor.stop()
  }
  return {
    restart: (name) => supervisor.restart(name),
    stop: () => (stopped ??= stop()),
  }
}

/** Tells keys apart without holding one. */
function keyInUse(): string {
  const { keySource, keyVersion } = env().gateway
  return `${keySource} ${keyVersion}`
}
