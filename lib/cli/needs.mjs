/**
 * @typedef {'runtime' | 'all'} Extent what is installed: without or with the tools for tests
 * @typedef {{ lock: string, node: number, platform: string, arch: string }} Surroundings
 * @typedef {Surroundings & { extent: Extent }} InstallStamp
 * @typedef {{ sources: string }} BuildStamp
 */

/**
 * Whether packages must be installed. The stamp is written last, so one that was broken off has none.
 * @param {{ stamp: unknown, now: Surroundings, extent: Extent }} options
 * @returns {boolean}
 */
export function needsInstall({ stamp, now, extent }) {
  if (!isRecord(stamp)) return true
  const isSame = ['lock', 'node', 'platform', 'arch'].every((name) => stamp[name] === now[name])
  const isEnough = stamp.extent === 'all' || stamp.extent === extent
  return !isSame || !isEnough
}

/**
 * What to install where something must be: whoever has the tools for tests keeps them.
 * @param {{ stamp: unknown, npmLock: string, extent: Extent }} options `npmLock`: what npm wrote of its last whole install
 * @returns {Extent}
 */
export function extentToInstall({ stamp, npmLock, extent }) {
  const hadAll = isRecord(stamp) ? stamp.extent === 'all' : npmLock.includes('"dev": true')
  return hadAll ? 'all' : extent
}

/**
 * @param {{ stamp: unknown, sources: string, hasOutput: boolean }} options
 * @returns {boolean}
 */
export function needsBuild({ stamp, sources, hasOutput }) {
  return !hasOutput || !isRecord(stamp) || stamp.sources !== sources
}

function isRecord(value) {
  return typeof value === 'object' && value !== null
}
