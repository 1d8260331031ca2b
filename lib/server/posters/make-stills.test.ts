import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connection } from '../db/database'
import { sql } from '../db/sql'
import { testDatabase } from '../db/test-database'
import { replaceSettings } from '../env'
import { takeInPicture } from '../images/take-in-picture'
import { clipKey, pictureKey } from '../storage/media-key'
import { localStorageIn } from '../storage/local-storage'
import { replaceStorage, storage } from '../storage/storage'
import { findMedia } from '../tasks/find-media'
import { getTask } from '../tasks/get-task'
import { presentTask } from '../tasks/present-task'
import { storeTask } from '../tasks/test-task'
import { openMedia } from './open-media'
import { forgetFfmpeg, makeStills } from './make-stills'

const person = { id: 'local' }
const never = new AbortController().signal
const coffee = readFileSync('e2e/fixtures/coffee.png')
let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  const opened = await testDatabase()
  folder = opened.folder
  remove = opened.remove
  replaceStorage(localStorageIn(path.join(folder, 'media')))
  settings({ FFMPEG_PATH: path.join(folder, 'no-ffmpeg') })
})
afterEach(() => remove())

function settings(more: Record<string, string>) {
  const PATH = '/usr/bin:/bin'
  replaceSettings({ DATA_DIR: folder, PATH, DISK_RESERVE_MB: '0', LOG_LEVEL: 'silent', ...more })
  forgetFfmpeg()
}

/** A program that answers like ffmpeg and writes down what it was called with. */
function standIn(script: string): string {
  const program = path.join(folder, 'stand-in-ffmpeg')
  writeFileSync(program, `#!/bin/sh\ncd "${folder}"\n${script}\n`)
  chmodSync(program, 0o755)
  return program
}

async function storeClip(bytes: Buffer): Promise<{ id: string; sha256: string }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = await storage().put(bytes, { token: 'clip', limitBytes: 1e6, extension: 'mp4' })
  expect(kept.kind).toBe('kept')
  const image = await takeInPicture({ person, bytes: coffee })
  const now = new Date()
  const id = await storeTask({
    status: 'succeeded',
    finishedAt: now,
    inputs: { create: [{ position: 0, role: 'image', imageId: image.id }] },
    outputs: {
      create: [
        {
          position: 0,
          sourceUrl: 'http://x',
          sha256,
          bytes: bytes.length,
          width: 4,
          height: 3,
          durationMs: 5000,
          savedAt: now,
        },
      ],
    },
  })
  return { id, sha256 }
}

const shown = async (id: string) => presentTask(await getTask({ person, id }), 'en')
const events = () => connection().rows<{ taskId: string }>(sql`SELECT "taskId" FROM "Event"`)

it('makes a small one of a picture, and a blur that travels with it', async () => {
  const { id } = await storeClip(Buffer.from('a clip'))
  expect((await shown(id)).inputs[0]).toMatchObject({ thumbUrl: null, blur: null })
  expect(await makeStills(never)).toBe(true)
  expect(await makeStills(never)).toBe(false)
  const task = await shown(id)
  const [input] = task.inputs
  const [, sha256 = ''] = /^\/media\/[^/]+\/([0-9a-f]{64})\.webp$/.exec(input?.thumbUrl ?? '') ?? []
  const found = await findMedia({ person, id: input?.imageId ?? '', sha256 })
  expect(found).toEqual({ storageKey: pictureKey(sha256, 'webp'), contentType: 'image/webp' })
  const still = await sharp(path.join(folder, 'media', pictureKey(sha256, 'webp'))).metadata()
  expect(Math.max(still.width, still.height)).toBe(480)
  expect(input?.blur).toMatch(/^data:image\/webp;base64,/)
  expect(input?.blur?.length).toBeLessThan(250)
  // Without ffmpeg the picture stands for the clip.
  expect(task.videos[0]).toMatchObject({ posterUrl: input?.thumbUrl, blur: input?.blur })
})

it('takes a still from the middle of a clip where ffmpeg is there, and tells the tabs', async () => {
  const { id, sha256 } = await storeClip(Buffer.from('another clip'))
  const frame = await sharp(coffee).resize({ width: 480 }).negate().png().toBuffer()
  writeFileSync(path.join(folder, 'frame.png'), frame)
  const script = `case "$1" in -version) echo stand-in;; *) echo "$*" > asked; env > seen; cat frame.png;; esac`
  settings({ FFMPEG_PATH: standIn(script), AISPHERE_API_KEY: 'sk-never-in-a-child' })
  expect(await makeStills(never)).toBe(true)
  const task = await shown(id)
  expect(task.videos[0]?.posterUrl).toMatch(new RegExp(`^/media/${id}/[0-9a-f]{64}\\.webp$`))
  expect(task.videos[0]?.posterUrl).not.toBe(task.inputs[0]?.thumbUrl)
  expect(task.videos[0]?.blur).not.toBe(task.inputs[0]?.blur)
  const asked = readFileSync(path.join(folder, 'asked'), 'utf8')
  expect(asked).toContain(`-ss 2.5 -i ${path.join(folder, 'media', clipKey(sha256))}`)
  expect(readFileSync(path.join(folder, 'seen'), 'utf8')).not.toContain('sk-never-in-a-child')
  expect(await events()).toContainEqual({ taskId: id })
  expect(await makeStills(never)).toBe(false)
})

it.each([
  ['fails', 'exit 1'],
  ['writes nothing', 'exit 0'],
  ['writes what is no picture', 'echo rubbish'],
  ['writes without end', 'yes'],
])('lets the picture stand for a clip when ffmpeg %s', async (_what, end) => {
  const { id } = await storeClip(Buffer.from('a third clip'))
  settings({
    FFMPEG_PATH: standIn(`case "$1" in -version) echo stand-in;; *) ${end};; esac`),
  })
  await makeStills(never)
  const task = await shown(id)
  expect(task.videos[0]?.posterUrl).toBe(task.inputs[0]?.thumbUrl)
  expect(await makeStills(never)).toBe(false)
})

it('makes a still again whose file is gone, once somebody asked for it', async () => {
  const { id } = await storeClip(Buffer.from('a clip'))
  await makeStills(never)
  const url = (await shown(id)).inputs[0]?.thumbUrl ?? ''
  const key = pictureKey(/([0-9a-f]{64})\.webp$/.exec(url)?.[1] ?? '', 'webp')
  await storage().remove(key)
  expect(await makeStills(never)).toBe(false)
  expect(await openMedia(key)).toBeNull()
  expect((await shown(id)).inputs[0]?.thumbUrl).toBeNull()
  expect(await makeStills(never)).toBe(true)
  expect((await shown(id)).inputs[0]?.thumbUrl).toBe(url)
  const file = await openMedia(key)
  expect(file?.bytes).toBeGreaterThan(1000)
  await file?.close()
})

it('gives up what cannot be made, and goes on with the others', async () => {
  const { id } = await storeClip(Buffer.from('a clip'))
  const gone = await takeInPicture({ person, bytes: readFileSync('e2e/fixtures/rocket.jpg') })
  const file = path.join(folder, 'media', pictureKey(gone.sha256, 'jpg'))
  rmSync(file)
  mkdirSync(file) // neither there nor a file
  await makeStills(never)
  expect((await shown(id)).inputs[0]?.thumbUrl).not.toBeNull()
  expect(await makeStills(never)).toBe(false)
})
