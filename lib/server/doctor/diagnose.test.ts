import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHECK_NAMES } from '@/lib/shared/findings'
import { startSimulator, type SimulatorOptions } from '@/lib/simulator/start-simulator'
import { describeFindings } from './describe'
import { diagnose } from './diagnose'
import { KEY, startServer, subjectOf, temporaryFolder } from './test-subject'

async function startGateway(options: SimulatorOptions) {
  const data = temporaryFolder()
  const simulator = await startSimulator({ data, ...options })
  onTestFinished(() => simulator.close())
  return { url: simulator.url, data }
}

/** Every request that reached the simulator's own API. */
async function requestsTo(url: string, key: string): Promise<{ method: string; path: string }[]> {
  const headers = { authorization: `Bearer ${key}` }
  return (await fetch(`${url}/_simulator/requests`, { headers })).json()
}

describe('beside the simulator as a gateway', () => {
  it.each(['task', 'generation', 'parameter'] as const)(
    'finds nothing wrong, and the form “%s”, without spending',
    async (queryForm) => {
      const { url, data } = await startGateway({ apiKey: KEY, queryForm })
      const source = { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: url, FFMPEG_PATH: '/bin/echo' }
      const findings = await diagnose({ subject: subjectOf(source) })
      expect(findings.map(({ check }) => check)).toEqual(CHECK_NAMES)
      expect(findings.filter(({ verdict }) => verdict !== 'good')).toEqual([])
      const requests = await requestsTo(url, KEY)
      expect(requests).toHaveLength(5) // three forms, nowhere, and the form that answered with another key
      expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
      const ledger = path.join(data, 'ledger.jsonl')
      expect(existsSync(ledger) ? readFileSync(ledger, 'utf8') : '').toBe('')
    },
  )

  it('finds a refused key, and leaves no word of it', async () => {
    const { url } = await startGateway({ apiKey: 'sk-another-0123456789' })
    const subject = subjectOf({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: url })
    const findings = await diagnose({ subject })
    expect(findings.find(({ check }) => check === 'accepted')).toMatchObject({
      verdict: 'bad',
      reason: 'refused',
    })
  })
})

it('says nothing of the key, whatever a gateway echoes and wherever it was put', async () => {
  const url = await startServer(({ headers, url: asked }, response) => {
    const echo = `${headers.authorization} ${asked}`
    response.writeHead(401, `No ${KEY}`, { 'x-echo': KEY, location: `/${KEY}` })
    response.end(JSON.stringify({ code: KEY, message: echo, request_id: KEY }))
  })
  const subject = subjectOf({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: url,
    AISPHERE_QUERY_PATH: `/${KEY}/{task_id}`,
    PUBLIC_URL: `http://${KEY}.localhost:1`,
    DATA_DIR: path.join(temporaryFolder(), KEY),
  })
  const findings = await diagnose({ subject })
  const said = JSON.stringify([findings, describeFindings(findings, 'en')])
  expect(said).toContain('[key]')
  expect(said).not.toContain(KEY)
})

it('has nothing to ask without a key', async () => {
  const subject = subjectOf({ FFMPEG_PATH: 'no-such-program' })
  const verdicts = (await diagnose({ subject })).map((one) => [one.check, one.verdict])
  expect(Object.fromEntries(verdicts)).toEqual({
    settings: 'good',
    key: 'skipped',
    gateway: 'skipped',
    accepted: 'skipped',
    query: 'skipped',
    address: 'skipped',
    database: 'good',
    disk: 'good',
    stills: 'skipped',
    clock: 'skipped',
  })
})

it('looks at the key alone where the settings cannot be read', async () => {
  const subject = { settings: null, complaint: 'PORT: wrong', key: `"${KEY}"`, strayNames: [] }
  const findings = await diagnose({ subject })
  expect(findings.slice(0, 2)).toMatchObject([{ reason: 'unusable' }, { reason: 'quoted' }])
  expect(findings.slice(2).every(({ reason }) => reason === 'unread_settings')).toBe(true)
})

it('asks nobody where the file of assumptions cannot be read', async () => {
  const asked: string[] = []
  const url = await startServer(({ url: one = '' }, response) => {
    asked.push(one)
    response.end()
  })
  const source = { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: url, AISPHERE_CONTRACT: '/none.json' }
  const findings = await diagnose({ subject: subjectOf(source) })
  expect(findings[0]).toMatchObject({ reason: 'contract' })
  expect(findings.slice(2).every(({ reason }) => reason === 'unread_settings')).toBe(true)
  expect(asked).toEqual([])
})

it('tells of a check that outlasts its deadline, and goes on with the others', async () => {
  const url = await startServer(() => {})
  const subject = subjectOf({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: url })
  const findings = await diagnose({ subject, deadlineMs: 3_000 })
  expect(findings.find(({ check }) => check === 'gateway')).toMatchObject({ reason: 'late' })
  expect(findings.find(({ check }) => check === 'disk')).toMatchObject({ verdict: 'good' })
})
