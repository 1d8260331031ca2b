/**
 * How a studio under test is set: every wait is short. What the product promises is the same for any value of these. The
 * lease leaves a busy machine the time to answer a paid request, so that no doubt arises but by the faults.
 */
export const STUDIO_SETTINGS = {
  LEASE_MS: '30000',
  SUBMIT_TIMEOUT_MS: '20000',
  POLL_FIRST_MS: '100',
  POLL_EVERY_MS: '200',
  AISPHERE_CONCURRENCY: '50',
  DISK_RESERVE_MB: '10',
}
/** For tests that wait until a lease runs out. */
export const LEASE_MS = 6_000
export const SHORT_LEASE = { LEASE_MS: String(LEASE_MS), SUBMIT_TIMEOUT_MS: '5000' }
/** Clips of one picture are rendered once, and are there at once from then on. */
export const SIMULATOR_SPEED = '200'
/** The one picture of most tests: the smallest. */
export const PICTURE = 'chelsea.png'
