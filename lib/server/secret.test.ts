import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { secretIn, studioSecret } from './secret'

let folder: string
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'studio-secret-'))))
afterEach(() => rmSync(folder, { recursive: true }))
const file = () => path.join(folder, 'secret')
const mode = () => statSync(file()).mode & 0o777

describe('the secret of a folder', () => {
  it('is made once, for its owner alone', () => {
    const secret = secretIn(folder)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(secretIn(folder)).toBe(secret)
    expect(mode()).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  it('is another one in another folder, which is made', () => {
    expect(secretIn(path.join(folder, 'data'))).not.toBe(secretIn(folder))
  })

  it('is closed again when somebody opened it', () => {
    secretIn(folder)
    chmodSync(file(), 0o644)
    secretIn(folder)
    expect(mode()).toBe(0o600)
  })

  it('is not made anew when it is damaged: signatures would die silently', () => {
    writeFileSync(file(), 'short')
    expect(() => secretIn(folder)).toThrow('is damaged')
    expect(readFileSync(file(), 'utf8')).toBe('short')
  })

  it('is one for all processes that make it at the same time', async () => {
    const [data, go] = [path.join(folder, 'fresh'), path.join(folder, 'go')]
    const program = `import { existsSync } from 'node:fs'
      import { secretIn } from './lib/server/secret.ts'
      process.stdout.write('ready ')
      while (!existsSync(process.argv[1] ?? '')) {}
      process.stdout.write(secretIn(process.argv[2] ?? ''))`
    const options = ['--import', 'tsx', '--input-type=module', '--eval', program, go, data]
    const runs = [1, 2, 3, 4].map(() => spawn(process.execPath, options))
    const outputs = runs.map(({ stdout }) => text(stdout))
    await Promise.all(runs.map(({ stdout }) => once(stdout, 'readable')))
    writeFileSync(go, '')
    const secret = secretIn(data)
    expect(await Promise.all(outputs)).toEqual(runs.map(() => `ready ${secret}`))
    expect(readdirSync(data)).toEqual(['secret'])
  })
})

describe("the studio's secret", () => {
  it('is the setting where there is one', () => {
    vi.stubEnv('STUDIO_SECRET', 'x'.repeat(40))
    expect(studioSecret()).toBe('x'.repeat(40))
    vi.unstubAllEnvs()
  })
})
