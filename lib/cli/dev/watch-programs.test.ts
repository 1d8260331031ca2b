import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchPrograms } from './watch-programs.mjs'

let folder: string
let unwatch: (() => Promise<void>) | undefined
let builds: string[][]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watch-programs-'))
  builds = []
  write('shared.ts', 'export const shared = 1')
  write('worker.ts', `import { shared } from './shared'\nconsole.log('worker', shared)`)
  write('simulator.ts', `import { shared } from './shared'\nconsole.log('simulator', shared)`)
  write('front-door.ts', `console.log('front door')`)
})
afterEach(async () => {
  await unwatch?.()
  unwatch = undefined
  rmSync(folder, { recursive: true })
})

function write(name: string, code: string): void {
  writeFileSync(path.join(folder, name), code)
}

async function watch(): Promise<void> {
  const names = ['front-door', 'worker', 'simulator']
  const bundle = {
    absWorkingDir: folder,
    entryPoints: Object.fromEntries(names.map((name) => [name, `${name}.ts`])),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
  }
  const onBuilt = (built: string[]) => void builds.push(built.sort())
  unwatch = await watchPrograms({ bundle, outdir: 'out', onBuilt })
  await expect.poll(() => builds).toEqual([['front-door', 'simulator', 'worker']])
}

const built = (name: string) => readFileSync(path.join(folder, 'out', `${name}.mjs`), 'utf8')

it('names only the programs that a change is in', async () => {
  await watch()
  write('worker.ts', `console.log('worker anew')`)
  await expect.poll(() => builds.slice(1), { timeout: 10_000 }).toEqual([['worker']])
  expect(built('worker')).toContain('worker anew')
})

it('names every program that shares the changed source', async () => {
  await watch()
  write('shared.ts', 'export const shared = 2')
  await expect.poll(() => builds.slice(1), { timeout: 10_000 }).toEqual([['simulator', 'worker']])
})

it('keeps what was built while a source has an error', async () => {
  await watch()
  write('worker.ts', 'this is no program')
  write('simulator.ts', `console.log('simulator anew')`)
  // The next build that succeeds is the first of which anything is heard.
  setTimeout(() => write('worker.ts', `console.log('mended')`), 1_500)
  await expect.poll(() => builds.slice(1), { timeout: 15_000 }).toEqual([['simulator', 'worker']])
  expect(built('worker')).toContain('mended')
})
