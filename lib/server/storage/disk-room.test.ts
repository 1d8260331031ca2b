import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { replaceSettings } from '../env'
import { assertRoom, hasRoom } from './disk-room'

const parent = mkdtempSync(path.join(tmpdir(), 'studio-room-'))
afterAll(() => rmSync(parent, { recursive: true }))

it('compares what is free with the reserve, and makes the folder', async () => {
  const folder = path.join(parent, 'data', 'media')
  expect(await hasRoom({ reserveBytes: 1, folder })).toBe(true)
  expect(statSync(folder).isDirectory()).toBe(true)
  expect(await hasRoom({ reserveBytes: 2 ** 60, folder })).toBe(false)
})

it('believes in room that was seen a moment ago where it may, and never in room that is too small', async () => {
  const folder = path.join(parent, 'remembered')
  const media = path.join(folder, 'media')
  // A look makes the folder: whether it is there again tells whether there was one.
  const looked = async (options: { maxAgeMs?: number; now: number }) => {
    rmSync(media, { recursive: true, force: true })
    await assertRoom(options)
    return existsSync(media)
  }
  replaceSettings({ DATA_DIR: folder, DISK_RESERVE_MB: '0' })
  expect(await looked({ maxAgeMs: 1_000, now: 50_000 })).toBe(true)
  expect(await looked({ maxAgeMs: 1_000, now: 50_999 })).toBe(false)
  expect(await looked({ now: 50_999 })).toBe(true)
  expect(await looked({ maxAgeMs: 1_000, now: 51_999 })).toBe(true)
  expect(await looked({ maxAgeMs: 1_000, now: 40_000 })).toBe(true) // the clock was set back

  replaceSettings({ DATA_DIR: folder, DISK_RESERVE_MB: String(2 ** 40) })
  const full = () => assertRoom({ maxAgeMs: 1_000, now: 40_001 })
  await expect(full()).rejects.toMatchObject({ code: 'disk_full' })
  await expect(full()).rejects.toMatchObject({ code: 'disk_full' })
})
