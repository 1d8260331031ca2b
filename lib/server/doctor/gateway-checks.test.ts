import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '@/lib/shared/findings'
import { diagnose } from './diagnose'
import { KEY, startServer, subjectOf, temporaryFolder } from './test-subject'

/** What is found of a gateway, by check. */
async function look(
  baseUrl: string,
  source: Record<string, string> = {},
): Promise<Record<string, string>> {
  return reasons(await diagnose({ subject: subjectOf(settingsFor(baseUrl, source)) }))
}

function settingsFor(baseUrl: string, source: Record<string, string>): Record<string, string> {
  return { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: baseUrl, ...source }
}

function reasons(findings: Finding[]): Record<string, string> {
  return Object.fromEntries(
    findings.map(({ check, verdict, reason }) => [check, `${verdict}: ${reason}`]),
  )
}

type Answer = { status: number; json?: object; html?: string; headers?: Record<string, string> }

/** A gateway that answers by its first fitting rule, else with a bare 404. */
function gateway(rules: { path?: RegExp; key?: string; answer: Answer }[]): RequestListener {
  return ({ url = '', headers }, response) => {
    const rule = rules.find(
      ({ path: asked = /./, key }) =>
        asked.test(url) && (key === undefined || headers.authorization === `Bearer ${key}`),
    )
    const { status, json, html, headers: more } = rule?.answer ?? { status: 404 }
    const contentType = html === undefined ? 'application/json' : 'text/html'
    response.writeHead(status, {
      ...(json || html ? { 'content-type': contentType } : {}),
      ...more,
    })
    response.end(html ?? (json ? JSON.stringify(json) : undefined))
  }
}

const envelope = (code: number, message = 'told') => ({
  code,
  data: null,
  message,
  request_id: 'r',
})
const NO_TASK: Answer = { status: 404, json: envelope(400404, 'task not found') }
const WRONG_KEY: Answer = { status: 401, json: envelope(400401, 'invalid api key') }
const PAGE = '<!doctype html><title>Welcome</title>'
const TASK = /^\/api\/v1\/video\/task\//
const GENERATION = /^\/api\/v1\/video\/generation\//
const PARAMETER = /^\/api\/v1\/video\/generation\?/

describe('a gateway that behaves', () => {
  it.each([
    [TASK, '/api/v1/video/task/{task_id}'],
    [GENERATION, '/api/v1/video/generation/{task_id}'],
    [PARAMETER, '/api/v1/video/generation?task_id={task_id}'],
  ])('answers under %s', async (form, told) => {
    const url = await startServer(
      gateway([
        { path: form, key: KEY, answer: NO_TASK },
        { path: form, answer: WRONG_KEY },
      ]),
    )
    const findings = await diagnose({ subject: subjectOf(settingsFor(url, {})) })
    expect(reasons(findings)).toMatchObject({
      gateway: 'good: answers',
      accepted: 'good: accepted',
      query: 'good: found',
      clock: 'good: right',
    })
    expect(findings.find(({ check }) => check === 'query')?.params).toEqual({ path: told })
  })

  it('may say “no such task” with 200', async () => {
    const url = await startServer(
      gateway([
        { path: TASK, key: KEY, answer: { status: 200, json: envelope(400404) } },
        { path: TASK, answer: WRONG_KEY },
      ]),
    )
    expect(await look(url)).toMatchObject({ accepted: 'good: accepted', query: 'good: found' })
  })
})

describe('the key', () => {
  it('is refused on the route alone', async () => {
    const url = await startServer(gateway([{ path: TASK, answer: WRONG_KEY }]))
    expect(await look(url)).toMatchObject({
      gateway: 'good: answers',
      accepted: 'bad: refused',
      query: 'good: found',
    })
  })

  it.each([
    ['in JSON on every route', WRONG_KEY, 'unsure: alike'],
    ['by a code in a 200', { status: 200, json: envelope(401) }, 'unsure: alike'],
    ['without a word', { status: 403 }, 'unsure: none_found'],
  ] as const)('is refused %s', async (_how, answer, query) => {
    const url = await startServer(gateway([{ answer }]))
    expect(await look(url)).toMatchObject({ accepted: 'bad: refused', query })
  })

  it('is accepted by the route, whatever is said on those that there are not', async () => {
    const url = await startServer(
      gateway([
        { path: TASK, key: KEY, answer: NO_TASK },
        { path: TASK, answer: WRONG_KEY },
        { answer: { status: 403 } },
      ]),
    )
    expect(await look(url)).toMatchObject({ accepted: 'good: accepted', query: 'good: found' })
  })

  it('is not believed where the route takes any', async () => {
    const url = await startServer(gateway([{ path: TASK, answer: NO_TASK }]))
    expect(await look(url)).toMatchObject({ accepted: 'unsure: not_told', query: 'good: found' })
  })

  it.each([
    ['no_balance', 'bad', { status: 402, json: envelope(1) }],
    ['no_balance', 'bad', { status: 200, json: envelope(500090) }],
    ['busy', 'unsure', { status: 429, json: envelope(1) }],
    ['barred', 'unsure', { status: 403, html: PAGE }],
  ] as const)('meets %s', async (reason, verdict, answer) => {
    const url = await startServer(gateway([{ answer }]))
    expect(await look(url)).toMatchObject({ accepted: `${verdict}: ${reason}` })
  })
})

describe('the question for a result', () => {
  it('is not found where nobody answers it with JSON', async () => {
    const url = await startServer(gateway([]))
    expect(await look(url)).toMatchObject({
      gateway: 'unsure: no_json',
      accepted: 'unsure: not_told',
      query: 'unsure: none_found',
    })
  })

  it('is not found where every address says the same', async () => {
    const url = await startServer(gateway([{ answer: NO_TASK }]))
    expect(await look(url)).toMatchObject({ accepted: 'unsure: not_told', query: 'unsure: alike' })
  })

  it('is not answered by “wrong method”', async () => {
    const answer = { status: 405, json: envelope(405) }
    const url = await startServer(gateway([{ path: TASK, answer }]))
    expect(await look(url)).toMatchObject({ query: 'unsure: none_found' })
  })

  it('is asked under the path that is set, and no other', async () => {
    const asked: string[] = []
    const url = await startServer((request, response) => {
      asked.push(request.url ?? '')
      gateway([{ path: TASK, answer: NO_TASK }])(request, response)
    })
    const source = { AISPHERE_QUERY_PATH: '/v2/clips/{task_id}' }
    expect(await look(url, source)).toMatchObject({ query: 'bad: configured_missing' })
    expect(asked.filter((one) => TASK.test(one))).toEqual([])
  })
})

describe('what stands between', () => {
  it.each([
    ['a_page', 'bad', { status: 200, html: PAGE }],
    ['no_json', 'unsure', { status: 404, html: PAGE }],
    ['redirects', 'bad', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
    ['unwell', 'unsure', { status: 502, html: PAGE }],
    ['unwell', 'unsure', { status: 503, json: envelope(1) }],
  ] as const)('%s', async (reason, verdict, answer) => {
    const url = await startServer(gateway([{ answer }]))
    const found = await look(url)
    expect(found).toMatchObject({ gateway: `${verdict}: ${reason}`, accepted: 'unsure: not_told' })
    expect(found.query).toMatch(/^unsure: /)
  })

  it('is nobody at all', async () => {
    expect(await look('http://127.0.0.1:1')).toMatchObject({
      gateway: 'bad: refused',
      accepted: 'unsure: not_asked',
      query: 'unsure: not_asked',
      clock: 'unsure: not_told',
    })
  })

  it('is somebody who never answers', async () => {
    const url = await startServer(() => {})
    const file = path.join(temporaryFolder(), 'contract.json')
    writeFileSync(file, JSON.stringify({ queryTimeoutMs: 200 }))
    expect(await look(url, { AISPHERE_CONTRACT: file })).toMatchObject({
      gateway: 'bad: silent',
      accepted: 'unsure: not_asked',
    })
  })

  it('is a line that breaks', async () => {
    const url = await startServer(({ socket }) => void socket.destroy())
    expect(await look(url)).toMatchObject({ gateway: 'bad: broke_off' })
  })

  it('is a server without encryption', async () => {
    const url = await startServer(gateway([{ answer: NO_TASK }]))
    expect(await look(url.replace('http:', 'https:'))).toMatchObject({ gateway: 'bad: tls' })
  })

  it('is plain http beyond this house, where nothing is sent', async () => {
    expect(await look('http://gateway.example')).toMatchObject({
      gateway: 'bad: plain_http',
      accepted: 'unsure: not_asked',
      query: 'unsure: not_asked',
      clock: 'unsure: not_told',
    })
  })
})

describe('the clock', () => {
  it.each([
    [0, 'right', 'slow'],
    [55, 'right', 'slow'],
    [-55, 'right', 'fast'],
    [65, 'off', 'slow'],
    [-65, 'off', 'fast'],
    [86_400, 'off', 'slow'],
  ])('of a gateway that is %s seconds ahead', async (seconds, reason, direction) => {
    const url = await startServer((_request, response) => {
      const date = new Date(Date.now() + seconds * 1000).toUTCString()
      response.writeHead(404, { date }).end()
    })
    const findings = await diagnose({ subject: subjectOf(settingsFor(url, {})) })
    const clock = findings.find(({ check }) => check === 'clock')
    expect(clock).toMatchObject({ reason, verdict: reason === 'off' ? 'bad' : 'good' })
    const told = Number(clock?.params.seconds)
    expect(Math.abs(told - Math.abs(seconds))).toBeLessThanOrEqual(2)
    if (told > 2) expect(clock?.params.direction).toBe(direction)
  })

  it('of a gateway that tells no time is not known', async () => {
    const url = await startServer((_request, response) => {
      response.sendDate = false
      response.writeHead(404).end()
    })
    expect(await look(url)).toMatchObject({ clock: 'unsure: not_told' })
  })
})
