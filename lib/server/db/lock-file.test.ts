import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFile, type HeldFile, type Hold } from './lock-file'

let folder: string
let file: string
const locks: (HeldFile | null)[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-lock-'))
  file = path.join(folder, 'studio.lock')
})
afterEach(async () => {
  for (const lock of locks.splice(0)) await lock?.release()
  rmSync(folder, { recursive: true })
})

const take = async (hold: Hold) => {
  const lock = await lockFile(file, hold)
  locks.push(lock)
  return lock
}

it.each<[Hold, Hold, boolean]>([
  ['own', 'own', false],
  ['own', 'join', true],
  ['own', 'alone', false],
  ['join', 'own', true],
  ['join', 'join', true],
  ['join', 'alone', false],
  ['alone', 'own', false],
  ['alone', 'join', false],
  ['alone', 'alone', false],
])('is held to %s: may another %s?', async (first, second, isAllowed) => {
  const lock = await take(first)
  expect((await take(second)) !== null).toBe(isAllowed)
  await lock?.release()
  if (!isAllowed) expect(await take(second)).not.toBeNull()
})

it('ends with the process that has it, also when that is killed', async () => {
  const driver = pathToFileURL(path.resolve('node_modules/@libsql/client/lib-esm/sqlite3.js')).href
  const owner = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { createClient } from '${driver}'
     await createClient({ url: 'file:${file}' }).execute('BEGIN IMMEDIATE')
     console.log('held'); setInterval(() => {}, 1000)`,
  ])
  await once(owner.stdout, 'data')
  expect(await take('join')).not.toBeNull()
  expect(await take('own')).toBeNull()
  const gone = once(owner, 'exit')
  owner.kill('SIGKILL')
  await gone
  expect(await take('own')).not.toBeNull()
})
