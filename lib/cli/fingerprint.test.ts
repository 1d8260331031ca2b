import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintSources } from './fingerprint.mjs'

let root: string
let before: string

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fingerprint-'))
  write('app/page.tsx', 'page')
  write('lib/server/env.ts', 'env')
  write('prisma/migrations/1_first/migration.sql', 'create')
  write('package-lock.json', '{}')
  before = fingerprintSources(root)
})
afterEach(() => rmSync(root, { recursive: true }))

const rename = (from: string, to: string) => renameSync(path.join(root, from), path.join(root, to))

describe('fingerprintSources', () => {
  it.each([
    ['a page', () => write('app/page.tsx', 'page!')],
    ['a migration', () => write('prisma/migrations/2_more/migration.sql', 'alter')],
    ['the lock file', () => write('package-lock.json', '{ }')],
    ['a setting of the build', () => write('next.config.mjs', 'export default {}')],
    ['a static file', () => write('public/robots.txt', '')],
    ['a name', () => rename('app/page.tsx', 'app/Page.tsx')],
    ['what is there', () => rmSync(path.join(root, 'app/page.tsx'))],
    [
      'where one file ends and the next begins',
      () => {
        rmSync(path.join(root, 'lib/server/env.ts'))
        write('lib/server/en', 'venv')
      },
    ],
  ])('changes with %s', (_, change) => {
    change()
    expect(fingerprintSources(root)).not.toBe(before)
  })

  it.each([
    ['a test', () => write('lib/server/env.test.ts', 'test')],
    ['what is made from the schema', () => write('lib/server/db/generated/client.ts', 'made')],
    ['the data', () => write('data/studio.db', 'rows')],
    ['what was built', () => write('dist/worker.mjs', 'built')],
    ['an end-to-end test', () => write('e2e/a.spec.ts', 'test')],
    ['a file of the desktop', () => write('app/.DS_Store', 'x')],
    ['the time of a file', () => write('app/page.tsx', 'page')],
  ])('stays the same with %s', (_, change) => {
    change()
    expect(fingerprintSources(root)).toBe(before)
  })
})
