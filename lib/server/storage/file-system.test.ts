import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { diskOf, mayMakeIn, nearestExisting } from './file-system'

const folder = mkdtempSync(path.join(tmpdir(), 'studio-file-system-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  [0x6969, 'network', 'NFS'],
  [0xff534d42, 'network', 'CIFS'],
  // Some systems give the number with its sign.
  [0xff534d42 | 0, 'network', 'CIFS'],
  [0xfe534d42, 'network', 'SMB'],
  [0x65735546, 'foreign', 'FUSE'],
  [0x01021997, 'foreign', '9P'],
])('knows the disk %s', (type, kind, name) => {
  expect(diskOf(type)).toEqual({ kind, name })
})

it.each([0xef53, 0x58465342, 0x9123683e, 0x01021994, 26])('takes %s for ordinary', (type) => {
  expect(diskOf(type)).toBeNull()
})

it('finds what is there', async () => {
  expect(await nearestExisting(folder)).toBe(folder)
  expect(await nearestExisting(path.join(folder, 'not', 'yet'))).toBe(folder)
})

it('knows where something could be made', async () => {
  expect(await mayMakeIn(folder)).toBe(true)
  expect(await mayMakeIn(process.execPath)).toBe(false)
})
