import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../db/test-database'
import { env, NO_STORED_KEY, replaceSettings, setStoredKey } from '../env'
import { GATEWAY_KEY } from '../settings/open-key'
import { seal } from '../settings/seal'
import { putSecret } from '../settings/settings-store'
import { diagnose } from './diagnose'
import { lookAtKey } from './look-at-key'

const SECRET = 'z'.repeat(40)
const KEY = 'sk-looked-at-0123456789'
let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  setStoredKey(NO_STORED_KEY)
  settings(path.join(folder, 'studio.db'))
})
afterEach(() => remove())

function settings(file: string): void {
  replaceSettings({
    DATA_DIR: folder,
    DATABASE_URL: `file:${file}`,
    STUDIO_SECRET: SECRET,
    AISPHERE_BASE_URL: 'http://127.0.0.1:1',
  })
}
const store = (secret: string) =>
  putSecret(GATEWAY_KEY, {
    sealed: seal(KEY, { secret, purpose: GATEWAY_KEY }),
    storedAt: new Date(),
  })
async function finding(check: string) {
  await lookAtKey()
  return (await diagnose()).find((one) => one.check === check)
}

describe('a key that was typed in', () => {
  it('is judged as one from the environment is', async () => {
    await store(SECRET)
    expect(await finding('key')).toMatchObject({ verdict: 'good', reason: 'stored' })
    expect(env().gateway).toMatchObject({ apiKey: KEY, isSimulator: false })
    expect(await finding('gateway')).toMatchObject({ verdict: 'bad', reason: 'refused' })
  })

  it('is bad when the secret does not open it, and nobody is asked about it', async () => {
    await store('another secret, or of another studio')
    expect(await finding('key')).toMatchObject({ verdict: 'bad', reason: 'unreadable' })
    expect(await finding('accepted')).toMatchObject({ verdict: 'skipped', reason: 'no_key' })
    expect(await finding('query')).toMatchObject({ verdict: 'skipped', reason: 'no_key' })
  })

  it('is told without a character of it', async () => {
    await store(SECRET)
    await lookAtKey()
    expect(JSON.stringify(await diagnose())).not.toContain(KEY)
  })
})

describe('where there is none', () => {
  it('the simulator stands in', async () => {
    expect(await finding('key')).toMatchObject({ verdict: 'skipped', reason: 'simulator' })
  })

  it('no database is made, and one of before or a broken one is no trouble', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'studio-look-'))
    const file = path.join(other, 'studio.db')
    settings(file)
    expect(await finding('key')).toMatchObject({ reason: 'simulator' })
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'this is no database, whatever its name may say')
    expect(await finding('key')).toMatchObject({ reason: 'simulator' })
    rmSync(other, { recursive: true })
  })
})
