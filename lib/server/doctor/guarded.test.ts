import { expect, it } from 'vitest'
import { finding } from './finding'
import { guarded } from './guarded'
import { KEY } from './test-subject'

const guard = { check: 'disk', deadlineMs: 50, key: KEY } as const

it('passes on what was found', async () => {
  const run = () => finding('disk', 'room', { free: 5, reserve: 1, folder: '/data' })
  expect(await guarded({ ...guard, run })).toEqual(run())
})

it('ends a check that does not end', async () => {
  const run = () => new Promise<never>(() => {})
  expect(await guarded({ ...guard, run })).toMatchObject({ reason: 'late', verdict: 'unsure' })
})

it('tells of a check that throws', async () => {
  const run = () => Promise.reject(new Error('no such thing\nat line 5'))
  expect(await guarded({ ...guard, run })).toEqual({
    check: 'disk',
    reason: 'broke',
    verdict: 'bad',
    params: { why: 'no such thing' },
  })
})

it('takes the key out of whatever a check says', async () => {
  const told = () => finding('disk', 'not_writable', { folder: `/data/${KEY}`, code: 'EIO' })
  expect((await guarded({ ...guard, run: told })).params).toEqual({
    folder: '/data/[key]',
    code: 'EIO',
  })
  const thrown = () => Promise.reject(new Error(`header ${KEY} is invalid`))
  expect((await guarded({ ...guard, run: thrown })).params).toEqual({
    why: 'header [key] is invalid',
  })
})
