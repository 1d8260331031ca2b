import { describe, expect, it } from 'vitest'
import { parseEnv } from '../../env'
import { picturesReachable } from '../../images/gateway-address'
import type { Outcome } from '../../upstream/http-exchange'
import { writeStudioFile } from '../../studio-file'
import { KEY, startServer, temporaryFolder } from '../test-subject'
import { checkAddress, judgeHealth } from './address'

const HERE = 'http://127.0.0.1:9'
const GATEWAY = 'https://gateway.example'

function settingsFor(baseUrl: string, source: Record<string, string> = {}) {
  const DATA_DIR = source.DATA_DIR ?? temporaryFolder()
  return parseEnv({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: baseUrl, ...source, DATA_DIR })
}

const unknownName = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
const noNameService = () => Promise.reject(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }))
const inner = () => Promise.resolve([{ address: '192.168.1.9' }, { address: 'fd00::9' }])

describe('as it is written', () => {
  it.each([
    ['missing', {}],
    ['not_https', { PUBLIC_URL: 'http://studio.example.com' }],
    ['not_public', { PUBLIC_URL: 'https://192.168.1.20' }],
    ['not_public', { PUBLIC_URL: 'https://127.0.0.1:3000' }],
    ['not_public', { PUBLIC_URL: 'https://100.64.1.1' }],
    ['not_public', { PUBLIC_URL: 'https://[fd00::1]' }],
    ['not_public', { PUBLIC_URL: 'https://studio.local' }],
    ['not_public', { PUBLIC_URL: 'https://localhost' }],
  ])('%s: the studio would refuse a task too', async (reason, source) => {
    const settings = settingsFor(GATEWAY, source)
    expect(await checkAddress(settings)).toMatchObject({ reason, verdict: 'bad' })
    expect(picturesReachable(settings)).toBe(false)
  })

  it.each([
    'https://studio.example.com/?to=1',
    'https://studio.example.com/#top',
    'https://me@studio.example.com',
    'https://me:secret@studio.example.com',
  ])('%s has more to it than an address', async (PUBLIC_URL) => {
    const found = await checkAddress(settingsFor(GATEWAY, { PUBLIC_URL }))
    expect(found).toMatchObject({ reason: 'extra_parts', verdict: 'bad' })
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  it('is not needed where pictures travel inside the request', async () => {
    const settings = settingsFor(GATEWAY, { AISPHERE_IMAGE_TRANSPORT: 'data-uri' })
    expect(await checkAddress(settings)).toMatchObject({ reason: 'data_uri', verdict: 'unsure' })
  })
})

describe('by its name', () => {
  const settings = () => settingsFor(GATEWAY, { PUBLIC_URL: 'https://studio.example.com' })

  it.each([
    ['name_unknown', 'bad', unknownName],
    ['not_from_here', 'unsure', noNameService],
    ['resolves_inside', 'unsure', inner],
  ] as const)('%s', async (reason, verdict, lookup) => {
    expect(await checkAddress(settings(), { lookup })).toMatchObject({ reason, verdict })
  })
})

describe('without one, a gateway in the house', () => {
  it.each([
    'http://127.0.0.1:4000',
    'http://localhost:4000',
    'http://[::1]:4000',
    'http://0.0.0.0:4000',
  ])('at %s fetches pictures here', async (baseUrl) => {
    const found = await checkAddress(settingsFor(baseUrl))
    expect(found).toMatchObject({ reason: 'local', verdict: 'good' })
  })

  it.each(['http://192.168.255.254:4000', 'http://gateway.internal'])(
    'at %s is another machine, to which a loopback address means itself',
    async (baseUrl) => {
      const found = await checkAddress(settingsFor(baseUrl))
      expect(found).toMatchObject({ reason: 'not_for_neighbours', verdict: 'bad' })
    },
  )
})

/** A studio that runs on a data folder, as far as anybody sees from outside. */
async function runStudio(instance: string): Promise<{ url: string; dataDir: string }> {
  const url = await startServer((_request, response) => {
    response.end(JSON.stringify({ status: 'live', instance }))
  })
  const dataDir = temporaryFolder()
  const { hostname: host, port } = new URL(url)
  const startedAt = '2026-01-01T00:00:00Z'
  writeStudioFile(dataDir, { pid: 1, port: Number(port), host, instance, startedAt })
  return { url, dataDir }
}

describe('asked for the studio itself', () => {
  const ask = (PUBLIC_URL: string, DATA_DIR = temporaryFolder()) =>
    checkAddress(settingsFor(HERE, { PUBLIC_URL, DATA_DIR }))

  it('leads to the one that runs here', async () => {
    const { url, dataDir } = await runStudio('mine')
    expect(await ask(url, dataDir)).toMatchObject({ reason: 'reached', verdict: 'good' })
  })

  it('leads to another', async () => {
    const mine = await runStudio('mine')
    const other = await runStudio('other')
    expect(await ask(other.url, mine.dataDir)).toMatchObject({
      reason: 'other_studio',
      verdict: 'bad',
    })
  })

  it('leads to a studio while none runs here, or the file of one that is gone says so', async () => {
    const { url } = await runStudio('mine')
    const gone = await runStudio('gone')
    writeStudioFile(gone.dataDir, {
      pid: 1,
      port: 1,
      host: '127.0.0.1',
      instance: 'gone',
      startedAt: '',
    })
    const expected = { reason: 'unknown_studio', verdict: 'unsure' }
    expect(await ask(url)).toMatchObject(expected)
    expect(await ask(url, gone.dataDir)).toMatchObject(expected)
  })

  it('leads to something else', async () => {
    const { dataDir } = await runStudio('mine')
    const page = await startServer((_request, response) => void response.end('<h1>Welcome</h1>'))
    const found = await ask(page, dataDir)
    expect(found).toMatchObject({ reason: 'something_else', verdict: 'bad' })
    expect(await ask(page)).toMatchObject({ reason: 'not_running', verdict: 'unsure' })
  })

  it('leads to a sign-in', async () => {
    const url = await startServer((_request, response) => {
      response.writeHead(302, { location: '/login' }).end()
    })
    expect(await ask(url)).toMatchObject({ reason: 'redirects', verdict: 'bad' })
  })

  it('is not encrypted though it says so', async () => {
    const url = await startServer((_request, response) => void response.end())
    const found = await ask(url.replace('http:', 'https:'))
    expect(found).toMatchObject({ reason: 'tls', verdict: 'bad' })
  })

  it('does not answer from here', async () => {
    const silent = await startServer(() => {})
    const expected = { reason: 'not_from_here', verdict: 'unsure' }
    const patience = { timeoutMs: 300 }
    const unheard = await checkAddress(settingsFor(HERE, { PUBLIC_URL: silent }), patience)
    expect(unheard).toMatchObject({ ...expected, params: { code: 'timeout' } })
    expect(await ask(HERE)).toMatchObject({ ...expected, params: { code: 'ECONNREFUSED' } })
  })
})

it('says of a port that a gateway may not fetch from it', () => {
  const outcome: Outcome = {
    kind: 'answer',
    status: 200,
    headers: {},
    body: JSON.stringify({ status: 'live', instance: 'mine' }),
    isCut: false,
  }
  const told = { isLocal: false, running: 'mine', outcome }
  expect(judgeHealth({ ...told, url: new URL('https://studio.example.com:8443') })).toMatchObject({
    reason: 'odd_port',
    verdict: 'unsure',
    params: { port: '8443' },
  })
  expect(judgeHealth({ ...told, url: new URL('https://studio.example.com:443') })).toMatchObject({
    reason: 'reached',
    verdict: 'good',
  })
})
