import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { subjectOf, temporaryFolder } from '../test-subject'
import { checkSettings } from './settings'

it('has nothing to say of settings that can be used', () => {
  expect(checkSettings(subjectOf())).toMatchObject({ reason: 'usable', verdict: 'good' })
})

it('tells why none can be read', () => {
  const complaint = 'Settings that cannot be used: PORT: wrong'
  const subject = { settings: null, complaint, key: null, strayNames: [] }
  expect(checkSettings(subject)).toMatchObject({
    reason: 'unusable',
    verdict: 'bad',
    params: { complaint },
  })
})

it.each([
  ['there is none', null],
  ['it is no JSON', 'queryPaths:'],
  ['it names an assumption that there is not', '{"colour": "blue"}'],
])('names the file of assumptions when %s', (_why, content) => {
  const file = path.join(temporaryFolder(), 'contract.json')
  if (content !== null) writeFileSync(file, content)
  expect(checkSettings(subjectOf({ AISPHERE_CONTRACT: file }))).toMatchObject({
    reason: 'contract',
    verdict: 'bad',
    params: { file },
  })
})

it('tells of an address to listen on that the studio would refuse', () => {
  expect(checkSettings(subjectOf({ HOST: '0.0.0.0' }))).toMatchObject({
    reason: 'host',
    verdict: 'bad',
  })
})

it('names variables that look like settings and that nobody reads', () => {
  const subject = { ...subjectOf(), strayNames: ['AISPHERE_KEY', 'AISPHERE_URL'] }
  expect(checkSettings(subject)).toMatchObject({
    reason: 'stray',
    verdict: 'bad',
    params: { names: 'AISPHERE_KEY, AISPHERE_URL' },
  })
})
