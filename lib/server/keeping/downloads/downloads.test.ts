import { createHash } from 'node:crypto'
import { rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { replaceSettings } from '../../env'
import { localStorageIn } from '../../storage/local-storage'
import { clipKey } from '../../storage/media-key'
import { replaceStorage, storage } from '../../storage/storage'
import { storeTask } from '../../tasks/test-task'
import { change, PERSON } from '../changes/test-change'
import { KEPT_MS, openArchive } from './archive'
import { createDownload } from './create-download'
import { readZip } from './zip/test-zip'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  replaceStorage(localStorageIn(path.join(folder, 'media')))
})
afterEach(() => remove())

async function clip(text: string, data: object = {}): Promise<{ id: string; sha256: string }> {
  const put = await storage().put(Buffer.from(text), {
    token: 't',
    limitBytes: 1e6,
    extension: 'mp4',
  })
  if (put.kind !== 'kept') throw new Error(put.kind)
  const { sha256, bytes } = put
  const saved = { position: 0, sourceUrl: 'http://x', sha256, bytes, savedAt: new Date() }
  const id = await storeTask({ status: 'succeeded', outputs: { create: [saved] }, ...data })
  return { id, sha256 }
}

const idOf = (url: string) => /([\w-]+)\.zip$/.exec(url)?.[1] ?? ''

async function fetchAll(ids: string[]) {
  const made = await createDownload({ person: PERSON, selection: { ids } })
  const archive = await openArchive({ person: PERSON, id: idOf(made.url) })
  if (!archive) throw new Error('no archive')
  const parts: Uint8Array[] = []
  for await (const part of archive.parts()) parts.push(Buffer.from(part))
  const zip = Buffer.concat(parts)
  expect(zip.length).toBe(archive.bytes)
  const entries = readZip(zip)
  expect(entries.every(({ isSound }) => isSound)).toBe(true)
  const manifest = JSON.parse(String(entries.at(-1)?.bytes))
  return { made, entries, manifest, names: entries.map(({ name }) => name) }
}

describe('an archive', () => {
  test('has every clip under a name of its own, and all that is known of it', async () => {
    const one = await clip('one', { title: '夜', rating: 4, usage: '{"seconds":5}' })
    await change({ kind: 'tag', add: ['sea'], remove: [] }, [one.id])
    const two = await clip('two!', { prompt: '一只猫' })
    const failed = await storeTask({ status: 'failed', errorCode: 'refused' })
    const { made, entries, manifest, names } = await fetchAll([one.id, two.id, failed, 'unknown'])
    expect(made).toMatchObject({ count: 2, bytes: 7 })
    expect(names).toEqual([
      `a-cat-turns-its-head-v5-540p-5s-${one.id.slice(-4)}.mp4`,
      `一只猫-v5-540p-5s-${two.id.slice(-4)}.mp4`,
      'manifest.json',
    ])
    expect(entries.slice(0, 2).map(({ bytes }) => String(bytes))).toEqual(['one', 'two!'])
    expect(manifest.clips).toMatchObject([
      {
        id: one.id,
        files: [{ name: names[0], sha256: one.sha256, bytes: 3 }],
        title: '夜',
        rating: 4,
        tags: ['sea'],
        prompt: 'a cat turns its head',
        params: { duration: 5, resolution: '540p' },
        usage: { seconds: 5 },
      },
      { id: two.id },
      { id: failed, files: [], error: 'refused' },
    ])
    const hash = createHash('sha256')
      .update(entries[0]?.bytes ?? '')
      .digest('hex')
    expect(hash).toBe(manifest.clips[0].files[0].sha256)
  })

  test('names no two files the same, also where letters are not told apart by their size', async () => {
    const ids = ['one-aaaa', 'two-AAAA', 'six-bbbb']
    for (const id of ids) await clip(id, { id })
    const { names } = await fetchAll(ids)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4)
    expect(names[1]).toMatch(/-2\.mp4$/)
  })

  test('says which file is missing or not whole, and is sound', async () => {
    const [gone, cut, there] = [await clip('gone'), await clip('cut off'), await clip('there')]
    const fileOf = (sha256: string) => path.join(folder, 'media', clipKey(sha256))
    rmSync(fileOf(gone.sha256))
    truncateSync(fileOf(cut.sha256), 2)
    const { names, manifest } = await fetchAll([gone.id, cut.id, there.id])
    expect(names).toHaveLength(2)
    const files = manifest.clips.flatMap((each: { files: object[] }) => each.files)
    expect(files).toMatchObject([{ missing: true }, { missing: true }, { bytes: 5 }])
    expect(files[2]).not.toHaveProperty('missing')
  })

  test('is as long as it was said to be when somebody writes while it is sent', async () => {
    const ids = [(await clip('one')).id, (await clip('two')).id]
    const { url } = await createDownload({ person: PERSON, selection: { ids } })
    const archive = await openArchive({ person: PERSON, id: idOf(url) })
    const parts: Uint8Array[] = []
    for await (const part of archive?.parts() ?? []) {
      if (parts.length === 0) await change({ kind: 'notes', notes: 'n'.repeat(5_000) }, ids)
      parts.push(Buffer.from(part))
    }
    const zip = Buffer.concat(parts)
    expect(zip.length).toBe(archive?.bytes)
    expect(String(readZip(zip).at(-1)?.bytes)).toContain('nnn')
  })

  test('has nothing of what is in the trash', async () => {
    const one = await clip('one', { deletedAt: new Date() })
    const { names, manifest } = await fetchAll([one.id])
    expect(names).toEqual(['manifest.json'])
    expect(manifest.clips).toEqual([])
  })
})

test('a selection is kept for a day, by whoever made it', async () => {
  const { id } = await clip('one')
  const now = new Date()
  const { url } = await createDownload({ person: PERSON, selection: { ids: [id] }, now })
  const at = (ms: number) => new Date(now.getTime() + ms)
  const open = (ms: number, person = PERSON) => openArchive({ person, id: idOf(url), now: at(ms) })
  expect(await open(KEPT_MS)).not.toBeNull()
  expect(await open(KEPT_MS + 1)).toBeNull()
  expect(await open(0, { id: 'somebody' })).toBeNull()
  const listed = await connection().rows(sql`SELECT 1 FROM "Change" WHERE "state" = 'running'`)
  expect(listed).toEqual([])
})
