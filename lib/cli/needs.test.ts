import { describe, expect, it } from 'vitest'
import { extentToInstall, needsBuild, needsInstall } from './needs.mjs'

const now = { lock: 'a1', node: 20, platform: 'linux', arch: 'x64' }

describe('needsInstall', () => {
  it.each([
    ['the same', { ...now, extent: 'runtime' }, 'runtime'],
    ['more than is wanted', { ...now, extent: 'all' }, 'runtime'],
    ['everything', { ...now, extent: 'all' }, 'all'],
  ] as const)('skips what is done: %s', (_, stamp, extent) => {
    expect(needsInstall({ stamp, now, extent })).toBe(false)
  })

  it.each([
    ['nothing is there', null, 'runtime'],
    ['the stamp is damaged', 'runtime', 'runtime'],
    ['the lock file changed', { ...now, lock: 'b2', extent: 'all' }, 'runtime'],
    ['Node changed', { ...now, node: 22, extent: 'all' }, 'runtime'],
    ['the system changed', { ...now, platform: 'darwin', extent: 'all' }, 'runtime'],
    ['the processor changed', { ...now, arch: 'arm64', extent: 'all' }, 'runtime'],
    ['the tools for tests are missing', { ...now, extent: 'runtime' }, 'all'],
    ['it says nothing of its extent', now, 'runtime'],
  ] as const)('installs when %s', (_, stamp, extent) => {
    expect(needsInstall({ stamp, now, extent })).toBe(true)
  })
})

describe('extentToInstall', () => {
  const none = { stamp: null, npmLock: '' }
  it.each([
    ['nothing was there', none, 'runtime', 'runtime'],
    ['the tests ask', none, 'all', 'all'],
    ['it had what running needs', { ...none, stamp: { extent: 'runtime' } }, 'runtime', 'runtime'],
    ['it had everything', { ...none, stamp: { extent: 'all' } }, 'runtime', 'all'],
    ['somebody installed by hand', { ...none, npmLock: '{"dev": true}' }, 'runtime', 'all'],
    ['by hand, without tools', { ...none, npmLock: '{"name": "a"}' }, 'runtime', 'runtime'],
  ] as const)('when %s', (_, before, extent, expected) => {
    expect(extentToInstall({ ...before, extent })).toBe(expected)
  })
})

describe('needsBuild', () => {
  it('skips what is done', () => {
    expect(needsBuild({ stamp: { sources: 'a1' }, sources: 'a1', hasOutput: true })).toBe(false)
  })

  it.each([
    ['nothing was built', null, true],
    ['the stamp is damaged', 'a1', true],
    ['the sources changed', { sources: 'b2' }, true],
    ['what was built is gone', { sources: 'a1' }, false],
  ])('builds when %s', (_, stamp, hasOutput) => {
    expect(needsBuild({ stamp, sources: 'a1', hasOutput })).toBe(true)
  })
})
