import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '@/lib/simulator/start-simulator'
import { db } from '../db/database'
import { testDatabase } from '../db/test-database'
import { env, NO_STORED_KEY, replaceSettings, setStoredKey } from '../env'
import { claimTask } from '../tasks/claim-task'
import { describeQueue, resume } from '../tasks/queue-state'
import { pauseQueue } from '../tasks/store/queue'
import { storeTask } from '../tasks/test-task'
import { query, submit } from '../upstream/client'
import { describeKey } from './describe-key'
import { loadKey } from './load-key'
import { GATEWAY_KEY } from './open-key'
import * as removing from './remove-key'
import { seal } from './seal'
import { putSecret } from './settings-store'
import * as storing from './store-key'

const KEY = 'sk-typed-in-0123456789'
const NOW = new Date('2026-03-01T10:00:00Z')
let gatewayData: string
let gateway: Simulator
let folder: string
const person = { id: 'local' }
const storeKey = (typed: string, now?: Date) => storing.storeKey({ person, typed, now })
const removeKey = () => removing.removeKey(person)
let remove: () => Promise<void>

beforeAll(async () => {
  gatewayData = mkdtempSync(path.join(tmpdir(), 'studio-key-'))
  gateway = await startSimulator({ data: gatewayData, apiKey: KEY, speed: 100 })
})
afterAll(async () => {
  await gateway.close()
  rmSync(gatewayData, { recursive: true, force: true })
})
beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  setStoredKey(NO_STORED_KEY)
  settings()
})
afterEach(() => remove())

function settings(more: Record<string, string> = {}) {
  replaceSettings({
    AISPHERE_BASE_URL: gateway.url,
    DATA_DIR: folder,
    STUDIO_SECRET: 'x'.repeat(40),
    DISK_RESERVE_MB: '0',
    LOG_LEVEL: 'silent',
    ...more,
  })
}
const sealedElsewhere = () =>
  putSecret(GATEWAY_KEY, {
    sealed: seal(KEY, { secret: 'of another studio, or lost', purpose: GATEWAY_KEY }),
    storedAt: NOW,
  })

describe('a key that is typed in', () => {
  it('is used from then on, and none of it is told', async () => {
    expect(await describeKey()).toMatchObject({ source: 'none', storedAt: null })
    expect(env().gateway).toMatchObject({ isSimulator: true, name: 'simulator' })
    const answer = await storeKey(`  ${KEY}\n`, NOW)
    expect(answer).toEqual({
      source: 'stored',
      storedAt: NOW.toISOString(),
      gateway: new URL(gateway.url).host,
      wasAccepted: true,
    })
    const { name, apiKey, baseUrl, isSimulator } = env().gateway
    expect({ name, apiKey, baseUrl, isSimulator }).toEqual({
      name: gateway.url,
      apiKey: KEY,
      baseUrl: gateway.url,
      isSimulator: false,
    })
    expect((await query('nobody-made-this')).verdict).toEqual({ kind: 'unknown' })
  })

  it('lies in the database under seal alone', async () => {
    await storeKey(KEY)
    await (await db()).$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(path.join(folder, 'studio.db'), 'latin1')
    expect(bytes.includes('v1.')).toBe(true)
    expect(bytes.includes(KEY)).toBe(false)
  })

  it('costs nothing to check', async () => {
    await storeKey(KEY)
    const ledger = path.join(gatewayData, 'ledger.jsonl')
    expect(readFileSync(ledger, 'utf8')).toBe('')
  })

  it('is not stored when the gateway refuses it', async () => {
    await expect(storeKey('sk-not-the-right-one')).rejects.toMatchObject({ code: 'key_refused' })
    expect(await describeKey()).toMatchObject({ source: 'none', storedAt: null })
  })

  it('leaves the one before in place when it is refused', async () => {
    await storeKey(KEY)
    await expect(storeKey('sk-not-the-right-one')).rejects.toMatchObject({ code: 'key_refused' })
    expect(env().gateway.apiKey).toBe(KEY)
  })

  it.each([
    '',
    '   ',
    'short',
    'has a space in it',
    'naïve-0123456789',
    'a\u0000b-0123456789',
    'k'.repeat(513),
  ])('is refused when it cannot be one: %j', async (typed) => {
    await expect(storeKey(typed)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'key', code: 'key_form' }],
    })
    expect((await describeKey()).storedAt).toBeNull()
  })

  it('is stored, and said to be unchecked, when the gateway does not answer', async () => {
    settings({ AISPHERE_BASE_URL: 'http://127.0.0.1:1' })
    expect(await storeKey('sk-cannot-be-checked')).toMatchObject({
      source: 'stored',
      wasAccepted: false,
    })
  })

  it('is not sent in the clear beyond this house', async () => {
    settings({ AISPHERE_BASE_URL: 'http://gateway.example' })
    expect(await storeKey(KEY)).toMatchObject({ wasAccepted: false })
    expect((await query('t')).verdict).toEqual({ kind: 'pause', reason: 'wrong_address' })
  })

  it('comes after the one in the environment', async () => {
    await storeKey(KEY, NOW)
    settings({ AISPHERE_API_KEY: 'sk-of-the-environment' })
    expect(env().gateway.apiKey).toBe('sk-of-the-environment')
    expect(await describeKey()).toMatchObject({
      source: 'environment',
      storedAt: NOW.toISOString(),
    })
    await expect(storeKey(KEY)).rejects.toMatchObject({ code: 'key_in_environment' })
    expect(await removeKey()).toMatchObject({ source: 'environment', storedAt: null })
  })

  it('is forgotten when it is removed, and removing it twice is no trouble', async () => {
    await storeKey(KEY)
    expect(await removeKey()).toMatchObject({ source: 'none', storedAt: null })
    expect(await removeKey()).toMatchObject({ source: 'none', storedAt: null })
    expect(env().gateway).toMatchObject({ isSimulator: true, name: 'simulator' })
  })
})

describe('what waits', () => {
  it('for the simulator is never taken to the gateway that charges', async () => {
    const simulated = await storeTask({ gateway: 'simulator' })
    await storeKey(KEY)
    const real = await storeTask({ gateway: gateway.url })
    expect((await claimTask('submitting', new Date()))?.id).toBe(real)
    expect(await claimTask('submitting', new Date())).toBeNull()
    await removeKey()
    expect((await claimTask('submitting', new Date()))?.id).toBe(simulated)
  })

  it('because of a refused key goes on with a new one; for any other reason it waits', async () => {
    const pause = (reason: 'key_refused' | 'no_balance') =>
      pauseQueue({ reason, now: NOW, keyVersion: null })
    await pause('key_refused')
    await storeKey(KEY)
    expect((await describeQueue('en')).paused).toBeNull()
    await pause('no_balance')
    await storeKey(KEY)
    expect((await describeQueue('en')).paused).toMatchObject({ reason: 'no_balance' })
  })

  it('is not claimed with a key that was replaced or removed meanwhile, nor paused because of it', async () => {
    await storeKey(KEY)
    const old = env().gateway
    const stale = { state: 'readable', version: old.keyVersion ?? '', key: KEY } as const
    await storeTask({ gateway: gateway.url })
    await storeTask({ gateway: gateway.url, status: 'running', dueAt: NOW })
    for (const change of [() => storeKey(KEY), () => removeKey()]) {
      await change()
      const { keyVersion } = env().gateway
      setStoredKey(stale) // as a worker in another process that has not heard of it
      expect(await claimTask('submitting', new Date())).toBeNull()
      expect(await claimTask('running', new Date())).toBeNull()
      await pauseQueue({ reason: 'key_refused', now: NOW, keyVersion: stale.version })
      expect((await describeQueue('en')).paused).toBeNull()
      expect(keyVersion).not.toBe(stale.version)
    }
    await storeKey(KEY)
    expect(await claimTask('submitting', new Date())).not.toBeNull()
    expect(await claimTask('running', new Date())).not.toBeNull()
  })
})

describe('a stored key that cannot be read', () => {
  beforeEach(async () => {
    await sealedElsewhere()
    await loadKey()
  })

  it('is told as such, and the studio does not turn to the simulator', async () => {
    expect(await describeKey()).toMatchObject({
      source: 'unreadable',
      storedAt: NOW.toISOString(),
    })
    expect(env().gateway).toMatchObject({ isSimulator: false, name: gateway.url })
    expect((await describeQueue('en')).paused).toMatchObject({ reason: 'key_unreadable' })
    expect((await resume({ person, locale: 'en' })).paused).toMatchObject({
      reason: 'key_unreadable',
    })
  })

  it('lets nothing be claimed, asked or sent', async () => {
    await storeTask({ gateway: gateway.url })
    await storeTask({ gateway: gateway.url, status: 'running', dueAt: NOW })
    expect(await claimTask('submitting', new Date())).toBeNull()
    expect(await claimTask('running', new Date())).toBeNull()
    const paused = { kind: 'pause', reason: 'key_unreadable' }
    expect((await query('t')).verdict).toEqual(paused)
    const params = { duration: 5, resolution: '360p' } as const
    const task = { mode: 'image', model: 'aisphere-v5', prompt: 'x', params, pictures: [] } as const
    expect((await submit({ ...task, pictures: [] })).verdict).toEqual(paused)
  })

  it('is mended by typing it in again', async () => {
    await storeKey(KEY)
    expect(await describeKey()).toMatchObject({ source: 'stored' })
    expect((await describeQueue('en')).paused).toBeNull()
    expect(env().gateway.apiKey).toBe(KEY)
  })

  it('is as unreadable when somebody changed it in the file', async () => {
    await storeKey(KEY)
    const { sealed = '' } = (await (await db()).storedSecret.findFirst()) ?? {}
    await putSecret(GATEWAY_KEY, { sealed: sealed.slice(0, -3), storedAt: NOW })
    await loadKey()
    expect(await describeKey()).toMatchObject({ source: 'unreadable' })
  })
})
