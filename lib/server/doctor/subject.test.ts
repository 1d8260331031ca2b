import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { KEY, temporaryFolder } from './test-subject'

let cwd: string
beforeEach(() => {
  cwd = process.cwd()
  process.chdir(temporaryFolder())
  vi.resetModules() // settings are read once a process
  for (const name of ['AISPHERE_API_KEY', 'PORT']) vi.stubEnv(name, undefined)
})
afterEach(() => {
  process.chdir(cwd)
  vi.unstubAllEnvs()
})

/** What is read of this process and of the `.env` in its folder. */
async function readSubject() {
  const { ownSubject } = await import('./subject')
  return ownSubject()
}

it('reads the environment', async () => {
  vi.stubEnv('AISPHERE_API_KEY', KEY)
  vi.stubEnv('AISPHERE_KEY', 'sk-mistyped')
  const subject = await readSubject()
  expect(subject).toMatchObject({ complaint: null, key: KEY, strayNames: ['AISPHERE_KEY'] })
  expect(subject.settings?.gateway.isSimulator).toBe(false)
})

it('has no key where the simulator stands in', async () => {
  expect(await readSubject()).toMatchObject({ complaint: null, key: null, strayNames: [] })
})

it('complains of a bad setting by its name, and still knows the key', async () => {
  vi.stubEnv('PORT', 'seventy')
  vi.stubEnv('AISPHERE_API_KEY', `${KEY} with spaces`)
  const subject = await readSubject()
  expect(subject).toMatchObject({ settings: null, key: `${KEY} with spaces` })
  expect(subject.complaint).toMatch(/PORT.*AISPHERE_API_KEY/)
  expect(subject.complaint).not.toMatch(/seventy|canary/)
})

it('complains of a file that cannot be read', async () => {
  mkdirSync('.env')
  expect(await readSubject()).toMatchObject({
    settings: null,
    complaint: expect.stringMatching(/^the file \.env: [A-Z_]+$/),
  })
})
