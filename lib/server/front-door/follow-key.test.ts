import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../db/test-database'
import { env, NO_STORED_KEY, replaceSettings, setStoredKey } from '../env'
import { loadKey } from '../settings/load-key'
import { GATEWAY_KEY } from '../settings/open-key'
import { seal } from '../settings/seal'
import { dropSecret, putSecret } from '../settings/settings-store'
import { followKey } from './follow-key'
import type { Supervisor } from './supervise'

const SECRET = 'y'.repeat(40)
let remove: () => Promise<void>
let story: string[]
let programs: Supervisor | undefined
let land: (() => void) | undefined

beforeEach(async () => {
  const opened = await testDatabase()
  remove = opened.remove
  story = []
  setStoredKey(NO_STORED_KEY)
  replaceSettings({ STUDIO_SECRET: SECRET, DATA_DIR: opened.folder })
})
afterEach(async () => {
  land?.()
  await programs?.stop()
  await remove()
})

/** Programs that tell of their life; with `slowly` their end waits until it is let go. */
function follow({ slowly = false } = {}): void {
  const start = (): Supervisor => {
    const { keySource } = env().gateway
    story.push(`started: ${keySource}`)
    const stop = async () => {
      if (slowly) await new Promise<void>((resolve) => (land = resolve))
      story.push(`stopped: ${keySource}`)
    }
    return { stop, restart: () => undefined }
  }
  programs = followKey({ start, log: pino({ level: 'silent' }), everyMs: 5 })
}
const knownHere = () =>
  JSON.stringify(Reflect.get(globalThis, Symbol.for('aisphere-studio.stored-key')))
/** As another process does it: this one is told nothing. */
const storeElsewhere = (key: string) =>
  putSecret(GATEWAY_KEY, {
    sealed: seal(key, { secret: SECRET, purpose: GATEWAY_KEY }),
    storedAt: new Date(),
  })

it('starts the programs anew when a key comes, is replaced and goes', async () => {
  follow()
  await storeElsewhere('sk-first-0123456789')
  await expect.poll(() => story).toEqual(['started: none', 'stopped: none', 'started: stored'])
  await storeElsewhere('sk-second-0123456789')
  await expect.poll(() => story.slice(3)).toEqual(['stopped: stored', 'started: stored'])
  expect(env().gateway.apiKey).toBe('sk-second-0123456789')
  await dropSecret(GATEWAY_KEY)
  await expect.poll(() => story.slice(5)).toEqual(['stopped: stored', 'started: none'])
})

it('leaves them alone while nothing changes, also when the environment has the key', async () => {
  replaceSettings({ STUDIO_SECRET: SECRET, AISPHERE_API_KEY: 'sk-of-the-environment' })
  await storeElsewhere('sk-first-0123456789')
  await loadKey()
  follow()
  // When the second of two is known, whatever the first one leads to has happened.
  for (const key of ['sk-second-0123456789', 'sk-third-0123456789']) {
    await storeElsewhere(key)
    await expect.poll(knownHere).toContain(key)
  }
  expect(story).toEqual(['started: environment'])
})

it('starts nothing any more once it is told to stop, also in the middle of a change', async () => {
  follow({ slowly: true })
  await storeElsewhere('sk-first-0123456789')
  await expect.poll(() => land).toBeTruthy()
  const stopped = programs?.stop()
  const letGo = setInterval(() => land?.(), 5)
  await stopped
  clearInterval(letGo)
  expect(story.filter((line) => line.startsWith('started'))).toEqual(['started: none'])
})
