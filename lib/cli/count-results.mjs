/**
 * How many tests passed and failed, from what a test runner wrote. A run that ended badly never counts as clean: a suite that
 * could not be loaded, or no report at all, is a failure too.
 * @typedef {{ passed: number, failed: number }} Count
 */

/**
 * @param {any} report of Vitest's JSON reporter; null when there is none
 * @param {boolean} isClean whether the run said that all is well
 * @returns {Count}
 */
export function countVitest(report, isClean) {
  const suites = report?.testResults ?? []
  const unloaded = suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = (report?.numFailedTests ?? 0) + unloaded.length
  return honest({ passed: report?.numPassedTests ?? 0, failed }, isClean)
}

/**
 * @param {any} report of Playwright's JSON reporter; null when there is none
 * @param {boolean} isClean whether the run said that all is well
 * @returns {Count}
 */
export function countPlaywright(report, isClean) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  const failed = unexpected + (report?.errors?.length ?? 0)
  return honest({ passed: expected + flaky, failed }, isClean)
}

/**
 * @param {any} report of `npm run test:faults`; null when there is none
 * @param {boolean} isClean whether the run said that all is well
 * @returns {Count}
 */
export function countFaults(report, isClean) {
  return honest({ passed: report?.passed ?? 0, failed: report?.failed ?? 0 }, isClean)
}

/**
 * @param {boolean} isClean
 * @returns {Count}
 */
export function countCheck(isClean) {
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1 }
}

function honest({ passed, failed }, isClean) {
  const isEmpty = passed + failed === 0
  return { passed, failed: failed === 0 && (!isClean || isEmpty) ? 1 : failed }
}
