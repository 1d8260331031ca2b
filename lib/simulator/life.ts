import type { Settings } from './settings'

export type Life = 'queued' | 'processing' | 'succeeded' | 'failed'

/**
 * Where a task stands. It takes its time in real time (milliseconds since the epoch), and it only
 * succeeds once its clip is there.
 */
export function lifeOf(options: {
  createdAt: number
  now: number
  clip: 'waiting' | 'rendered' | 'failed'
  settings: Pick<Settings, 'queuedMs' | 'processingMs' | 'speed'>
}): Life {
  const { createdAt, now, clip, settings } = options
  const age = (now - createdAt) * settings.speed
  if (age < settings.queuedMs) return 'queued'
  if (clip === 'failed') return 'failed'
  if (age < settings.queuedMs + settings.processingMs) return 'processing'
  return clip === 'rendered' ? 'succeeded' : 'processing'
}
