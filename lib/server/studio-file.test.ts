import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStudioFile, writeStudioFile } from './studio-file'

const content = {
  pid: 1,
  port: 3000,
  host: '127.0.0.1',
  instance: 'mine',
  startedAt: '2026-01-01T00:00:00Z',
}
let folder: string
const file = () => path.join(folder, 'studio.json')
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('says where the studio runs, until it ends', () => {
  writeStudioFile(folder, content)
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(content)
  removeStudioFile(folder, 'mine')
  expect(existsSync(file())).toBe(false)
})

it("leaves another start's file alone", () => {
  writeStudioFile(folder, { ...content, instance: 'another' })
  removeStudioFile(folder, 'mine')
  expect(existsSync(file())).toBe(true)
})

it('does not mind a missing or damaged file', () => {
  removeStudioFile(folder, 'mine')
  writeFileSync(file(), '{"pid":')
  removeStudioFile(folder, 'mine')
  expect(existsSync(file())).toBe(true)
})
