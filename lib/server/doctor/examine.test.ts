import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CHECK_NAMES } from '@/lib/shared/findings'
import { diagnosisSchema } from '@/lib/shared/diagnosis'
import { replaceSettings } from '../env'
import { examine } from './examine'

let folder: string
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'studio-examine-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A gateway that counts its questions and answers none of them in time. */
async function startCounting() {
  let questions = 0
  const server = createServer((_, response) => {
    questions += 1
    setTimeout(() => response.writeHead(404).end(), 100)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}`, asked: () => questions, close: () => server.close() }
}

it('tells every check in the language that was asked for, as the page reads it', async () => {
  replaceSettings({ DATA_DIR: folder })
  const [en, zh] = await Promise.all([examine('en'), examine('zh')])
  expect(diagnosisSchema.parse(en).findings.map(({ check }) => check)).toEqual([...CHECK_NAMES])
  expect(en.findings.map(({ verdict }) => verdict)).toEqual(zh.findings.map((one) => one.verdict))
  expect(en.findings[1]?.name).toBe('Key')
  expect(zh.findings[1]?.name).toMatch(/\p{Script=Han}/u)
})

it('looks once for all who ask meanwhile, and anew for who asks later', async () => {
  const gateway = await startCounting()
  replaceSettings({
    DATA_DIR: folder,
    AISPHERE_API_KEY: 'sk-examined-0123456789',
    AISPHERE_BASE_URL: gateway.url,
  })
  await Promise.all(Array.from({ length: 10 }, () => examine('en')))
  const once = gateway.asked()
  expect(once).toBeGreaterThan(0)
  expect(once).toBeLessThan(10)
  await examine('en')
  expect(gateway.asked()).toBe(once * 2)
  gateway.close()
})
