import { appendFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clipKey } from '../storage/media-key'
import { sha256Of, testFolder } from './test-archive'
import { verifyArchive } from './verify'

const now = new Date('2026-03-02T10:00:00Z')
const longAgo = new Date('2026-03-01T10:00:00Z')
let studio: Awaited<ReturnType<typeof testFolder>>
beforeEach(async () => {
  studio = await testFolder()
})
afterEach(() => studio.remove())
const verify = () => verifyArchive({ settings: studio.settings, now })

it('finds nothing where all is as it was stored', async () => {
  await studio.addClip('a', 'a clip')
  await studio.addClip('again', 'a clip')
  await studio.addPicture('p', 'a picture')
  expect(await verify()).toEqual({ whole: 2, bytes: 15, troubles: [], strays: [] })
})

it('tells of a missing and of a changed clip by its task', async () => {
  rmSync(await studio.addClip('a', 'a clip'))
  appendFileSync(await studio.addClip('b', 'another'), '!')
  const { whole, troubles } = await verify()
  expect(whole).toBe(0)
  expect(
    troubles.map(({ what, neededBy }) => [what, neededBy?.task, neededBy?.prompt]).sort(),
  ).toEqual([
    ['changed', 'b', 'prompt of b'],
    ['missing', 'a', 'prompt of a'],
  ])
})

it('tells of a picture that no task uses, too', async () => {
  rmSync(await studio.addPicture('p', 'a picture'))
  expect((await verify()).troubles).toMatchObject([{ what: 'missing', neededBy: null }])
})

it('finds strays of any name, but none that is young', async () => {
  const { mediaDir } = studio.settings
  const key = clipKey(sha256Of('nobody’s'))
  utimesSync(studio.put(key, 'nobody’s'), longAgo, longAgo)
  studio.put(clipKey(sha256Of('just there')), 'just there')
  utimesSync(path.join(mediaDir, clipKey(sha256Of('just there'))), now, now)
  mkdirSync(path.join(mediaDir, 'clips'), { recursive: true })
  writeFileSync(path.join(mediaDir, 'clips/notes.txt'), 'mine')
  utimesSync(path.join(mediaDir, 'clips/notes.txt'), longAgo, longAgo)
  expect((await verify()).strays.sort()).toEqual([key, 'clips/notes.txt'].sort())
})
