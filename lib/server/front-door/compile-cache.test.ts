import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'compile-cache-'))
const cache = path.join(folder, 'cache', 'kept.bin')
const program = path.join(folder, 'program.mjs')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
/** A process that keeps what it compiles, and prints what a file exports. */
const run = (name: string, settledMs = 60_000) =>
  execFileSync(process.execPath, [program, cache, path.join(folder, name), String(settledMs)], {
    encoding: 'utf8',
  })

beforeAll(async () => {
  const text = `
    import { createRequire } from 'node:module'
    import { keepCompiledIn } from '${path.resolve('lib/server/front-door/compile-cache.ts')}'
    keepCompiledIn(process.argv[2], Number(process.argv[4]))
    process.stdout.write(String(await createRequire(import.meta.url)(process.argv[3]).say()))`
  await build({
    stdin: { contents: text, resolveDir: folder, loader: 'ts' },
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { 'zod/mini': path.resolve('node_modules/zod/mini/index.js') },
  })
})

it('takes what was kept, and is not written again for nothing', () => {
  write('plain.js', `const { join } = require('node:path'); exports.say = () => join('a', 'b')`)
  expect(run('plain.js')).toBe('a/b')
  const { ino } = statSync(cache)
  expect(run('plain.js')).toBe('a/b')
  expect(statSync(cache).ino).toBe(ino)
})

it('takes what a start has compiled while it lives on, and no more of it', () => {
  write(
    'long.js',
    `exports.say = () => new Promise((done) => setTimeout(() => done(later()), 300))
function later() { return [${Array.from({ length: 3000 }, (_, at) => `() => ${at}`).join()}].length }`,
  )
  expect(run('long.js', 0)).toBe('3000')
  const small = statSync(cache).size
  rmSync(cache)
  expect(run('long.js')).toBe('3000')
  expect(statSync(cache).size).toBeGreaterThan(2 * small)
})

it('compiles a file anew that has changed, also to one of the same length', () => {
  write('changing.js', `exports.say = () => 'one'`)
  expect(run('changing.js')).toBe('one')
  write('changing.js', `exports.say = () => 'two'`)
  expect(run('changing.js')).toBe('two')
})

it('leaves alone what cannot be kept: import(), a line for the shell, an ES module', () => {
  write('later.js', `exports.say = async () => (await import('node:path')).sep`)
  write('shell.js', `#!/usr/bin/env node\nexports.say = () => 'shell'`)
  write('modern.mjs', `export const say = () => 'modern'`)
  write('outer.js', `exports.say = async () => (await import('./modern.mjs')).say()`)
  for (const [name, said] of [
    ['later.js', '/'],
    ['shell.js', 'shell'],
    ['outer.js', 'modern'],
  ] as const) {
    expect([run(name), run(name)]).toEqual([said, said])
  }
})

it('starts all the same where what was kept cannot be read, or no file can be made', () => {
  writeFileSync(cache, 'rubbish')
  expect(run('plain.js')).toBe('a/b')
  expect(run('plain.js')).toBe('a/b')
  rmSync(path.dirname(cache), { recursive: true })
  writeFileSync(path.dirname(cache), 'a file where the folder would be')
  expect(run('plain.js')).toBe('a/b')
})
