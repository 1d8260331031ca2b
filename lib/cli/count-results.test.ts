import { describe, expect, it } from 'vitest'
import { countCheck, countFaults, countPlaywright, countVitest } from './count-results.mjs'

describe('countVitest', () => {
  it('counts a good run', () => {
    expect(countVitest({ numPassedTests: 12, numFailedTests: 0, testResults: [] }, true)).toEqual({
      passed: 12,
      failed: 0,
    })
  })

  it('counts failed tests', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
    const report = { numPassedTests: 12, numFailedTests: 1, testResults }
    expect(countVitest(report, false)).toEqual({ passed: 12, failed: 1 })
  })

  it('counts a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    const report = { numPassedTests: 12, numFailedTests: 0, testResults }
    expect(countVitest(report, false)).toEqual({ passed: 12, failed: 1 })
  })

  it.each([
    ['ended badly with every test green', { numPassedTests: 12, numFailedTests: 0 }, false, 12],
    ['left no report', null, false, 0],
    ['left no report and says that all is well', null, true, 0],
    ['ran nothing', { numPassedTests: 0, numFailedTests: 0 }, true, 0],
  ])('counts a failure when the run %s', (_, report, isClean, passed) => {
    expect(countVitest(report, isClean)).toEqual({ passed, failed: 1 })
  })
})

describe('countPlaywright', () => {
  it('counts a good run', () => {
    const report = { stats: { expected: 9, unexpected: 0, flaky: 1, skipped: 2 }, errors: [] }
    expect(countPlaywright(report, true)).toEqual({ passed: 10, failed: 0 })
  })

  it('counts failed tests, and what failed outside of tests', () => {
    const report = { stats: { expected: 9, unexpected: 2 }, errors: [{ message: 'setup' }] }
    expect(countPlaywright(report, false)).toEqual({ passed: 9, failed: 3 })
  })

  it('counts a failure when nothing ran', () => {
    expect(countPlaywright(null, false)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright({ stats: { expected: 0 } }, true)).toEqual({ passed: 0, failed: 1 })
  })
})

it('a check is one test', () => {
  expect(countCheck(true)).toEqual({ passed: 1, failed: 0 })
  expect(countCheck(false)).toEqual({ passed: 0, failed: 1 })
})

describe('countFaults', () => {
  it.each([
    ['a good run', { passed: 4, failed: 0 }, true, { passed: 4, failed: 0 }],
    ['what did not hold', { passed: 3, failed: 1 }, false, { passed: 3, failed: 1 }],
    ['a run that broke off', null, false, { passed: 0, failed: 1 }],
    ['a run of nothing', { passed: 0, failed: 0 }, true, { passed: 0, failed: 1 }],
  ])('counts %s', (_, report, isClean, count) => {
    expect(countFaults(report, isClean)).toEqual(count)
  })
})
