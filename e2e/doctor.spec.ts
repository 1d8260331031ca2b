import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { startProgram } from './support/program'
import { startSimulator, startStudio, temporaryFolder } from './support/studio'
import { expect, test } from './support/test'

const KEY = 'sk-doctor-canary-0123456789'

/** `npm run doctor` as it runs once it is built: what it says, and how it ends. */
async function callDoctor(env: Record<string, string>, ...args: string[]) {
  const doctor = startProgram(process.execPath, ['dist/doctor.mjs', ...args], env)
  const code = await doctor.ended()
  return { code, said: doctor.log() }
}

test('finds nothing wrong beside a running studio, spends nothing and shows no key', async () => {
  const gateway = await startSimulator(KEY)
  const settings = { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway.url }
  const studio = await startStudio(settings)
  const { code, said } = await callDoctor({
    ...settings,
    DATA_DIR: studio.dataDir,
    PUBLIC_URL: studio.url,
    FFMPEG_PATH: '/bin/echo', // there or not, as the machine may have it
  })
  expect(code, said).toBe(0)
  const [lines = ''] = said.split('\n\n')
  expect(lines.split('\n').map((line) => line[0])).toEqual(Array.from('✓✓✓✓✓✓✓✓✓✓'))
  expect(said).not.toContain(KEY)
  const ledger = path.join(gateway.dataDir, 'ledger.jsonl')
  expect(existsSync(ledger) ? readFileSync(ledger, 'utf8') : '').toBe('')
  await studio.remove()
  await gateway.remove()
})

test('before the first start it says what will be made, and makes nothing', async () => {
  const dataDir = path.join(temporaryFolder(), 'data')
  const { code, said } = await callDoctor({ DATA_DIR: dataDir, DISK_RESERVE_MB: '1' }, '--json')
  expect(code, said).toBe(0)
  const { isGood, findings } = JSON.parse(said)
  expect(isGood).toBe(true)
  expect(findings).toContainEqual(expect.objectContaining({ reason: 'will_be_made' }))
  expect(existsSync(dataDir)).toBe(false)
})

test('a refused key ends with 1 and a remedy beneath, in the language of the terminal', async () => {
  const gateway = await startSimulator('sk-another-0123456789')
  const { code, said } = await callDoctor({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    DATA_DIR: gateway.dataDir,
    LANG: 'zh_CN.UTF-8',
  })
  expect(code).toBe(1)
  expect(said).toMatch(/^✗ 密钥有效：.*\n {4}请将密钥（AISPHERE_API_KEY/m)
  expect(said).not.toContain(KEY)
  await gateway.remove()
})

test('a setting that cannot be used is a line, not a crash', async () => {
  const { code, said } = await callDoctor({ PORT: 'seventy', AISPHERE_API_KEY: `${KEY} ` })
  expect(code).toBe(1)
  expect(said).toMatch(/^✗ Settings: .*PORT.*AISPHERE_API_KEY/m)
  expect(said).toMatch(/^✗ Key: /m)
  expect(said).not.toMatch(new RegExp(`${KEY}|seventy|^ +at `, 'm'))
})
