/**
 * How a studio under test is set: everything that is a wait is short, so that a lease runs out within seconds. What the
 * product promises is the same for any value of these.
 */
export const LEASE_MS = 3_000
export const SUBMIT_TIMEOUT_MS = 2_000
export const STUDIO_SETTINGS = {
  LEASE_MS: String(LEASE_MS),
  SUBMIT_TIMEOUT_MS: String(SUBMIT_TIMEOUT_MS),
  POLL_FIRST_MS: '100',
  POLL_EVERY_MS: '200',
  AISPHERE_CONCURRENCY: '50',
  DISK_RESERVE_MB: '10',
}
/** Clips of one picture are rendered once, and are there at once from then on. */
export const SIMULATOR_SPEED = '200'
/** The one picture of most tests: the smallest. */
export const PICTURE = 'chelsea.png'
