import path from 'node:path'
import { expect, it } from 'vitest'
import { localStorageIn } from '../../storage/local-storage'
import { replaceStorage, storage } from '../../storage/storage'
import { taskHistory } from '../audit-trail'
import { eventsAfter } from '../store/events'
import { findTask } from '../store/tasks'
import { storeTask } from '../test-task'
import { fetchClipAgain } from './fetch-again'
import { ownDatabase } from '../test-own-database'

const person = { id: 'local' }
const savedAt = new Date('2026-03-01T10:00:00Z')
ownDatabase((folder) => {
  replaceStorage(localStorageIn(path.join(folder, 'media')))
})

const SHA256 = 'ab'.repeat(32)
const aClip = (sha256 = SHA256, more: object = {}) =>
  storeTask({
    status: 'succeeded',
    upstreamTaskId: 'vendor-1',
    finishedAt: savedAt,
    outputs: { create: [{ position: 0, sourceUrl: 'https://x.example/a.mp4', sha256, savedAt }] },
    ...more,
  })

it('goes back to asking for a clip whose file is gone, once, and writes down who wanted it', async () => {
  const id = await aClip()
  const clicks = await Promise.allSettled([1, 2].map(() => fetchClipAgain({ person, id })))
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await findTask(id)).toMatchObject({
    status: 'running',
    finishedAt: null,
    outputs: [{ savedAt: null, sha256: SHA256 }],
  })
  expect((await eventsAfter(0, 9)).map(({ status }) => status)).toEqual(['running'])
  const { entries } = await taskHistory({ person, id })
  expect(entries.map(({ action }) => action)).toEqual(['fetch'])
})

it('leaves a clip that is there alone', async () => {
  const stored = await storage().put(Buffer.from('a clip'), {
    token: 'test',
    limitBytes: 100,
    extension: 'mp4',
  })
  const id = await aClip(stored.kind === 'kept' ? stored.sha256 : '')
  await expect(fetchClipAgain({ person, id })).rejects.toMatchObject({ code: 'conflict' })
  expect(await findTask(id)).toMatchObject({ status: 'succeeded', outputs: [{ savedAt }] })
})

it.each([
  ['another gateway', { gateway: 'https://gateway.example' }],
  ['no id of the gateway', { upstreamTaskId: null }],
  ['a task that was never done', { status: 'running' }],
])('asks nobody for %s', async (_, more) => {
  const id = await aClip(SHA256, more)
  await expect(fetchClipAgain({ person, id })).rejects.toMatchObject({ code: 'conflict' })
})
