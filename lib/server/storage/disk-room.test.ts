import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hasRoom } from './disk-room'

const parent = mkdtempSync(path.join(tmpdir(), 'studio-room-'))
afterAll(() => rmSync(parent, { recursive: true }))

it('compares what is free with the reserve, and makes the folder', async () => {
  const folder = path.join(parent, 'data', 'media')
  expect(await hasRoom({ reserveBytes: 1, folder })).toBe(true)
  expect(statSync(folder).isDirectory()).toBe(true)
  expect(await hasRoom({ reserveBytes: 2 ** 60, folder })).toBe(false)
})
