import { afterEach, describe, expect, it } from 'vitest'
import zh from '@/lib/shared/messages/zh/errors.json'
import { openTestDoor, type TestDoor } from './test-door'

let door: TestDoor
afterEach(() => door.close())

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const json = { 'content-type': 'application/json' }

describe('who may come in', () => {
  it("lets this machine's own browser through to Next", async () => {
    door = await openTestDoor()
    expect(await door.ask('/gallery')).toMatchObject({ status: 200, body: 'next read 0' })
    expect(door.reached[0]?.headers['x-studio-access']).toBe('open')
  })

  it.each([
    ['a foreign Host', { host: 'evil.example' }],
    ['a tunnel', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy', { forwarded: 'for=203.0.113.9' }],
    ['Cloudflare', { 'cf-connecting-ip': '203.0.113.9' }],
  ])('answers 421 to %s, and Next never hears of it', async (_, headers) => {
    door = await openTestDoor()
    for (const path of ['/', '/gallery', '/api/tasks', '/api/health/ready', '/media/a', '/x.rsc']) {
      const answer = await door.ask(path, { headers })
      expect(answer).toMatchObject({ status: 421, headers: SECURITY_HEADERS })
    }
    const post = { method: 'POST', headers: { ...json, ...headers }, body: '{}' }
    expect(await door.ask('/api/tasks', post)).toMatchObject({ status: 421 })
    expect(door.reached).toEqual([])
  })

  it('says so in the language of the request, as JSON to scripts and as a page to people', async () => {
    door = await openTestDoor()
    const headers = { host: 'evil.example', 'accept-language': 'zh-CN,en;q=0.5' }
    const route = await door.ask('/api/tasks', { headers })
    const error = { code: 'not_local', message: zh.errors.not_local }
    expect(JSON.parse(route.body)).toEqual({ error })
    const page = await door.ask('/', {
      headers: { host: 'evil.example', cookie: 'a=b; locale=zh' },
    })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain(`<html lang="zh">`)
    expect(page.body).toContain(zh.errors.not_local)
  })

  it('tells everybody that it lives, without letting them in', async () => {
    door = await openTestDoor()
    const answer = await door.ask('/api/health/live', { headers: { host: 'evil.example' } })
    expect(answer.status).toBe(200)
    expect(door.reached[0]?.headers['x-studio-access']).toBeUndefined()
  })

  it('takes away what only the front door may say', async () => {
    door = await openTestDoor()
    const headers = {
      host: 'evil.example',
      'X-Studio-Access': 'open',
      'x-studio-anything': 'a',
      'x-nonce': 'a',
    }
    await door.ask('/api/health/live', { headers })
    const [request] = door.reached
    expect(Object.keys(request?.headers ?? {}).join()).not.toContain('x-studio-')
    expect(request?.rawHeaders.join().toLowerCase()).not.toContain('x-studio-')
    expect(request?.headers['x-nonce']).not.toBe('a')
  })

  it('says that the database is busy, and when to ask again, where a file cannot be looked up', async () => {
    const locked = Object.assign(new Error('locked'), { rawCode: 5 })
    door = await openTestDoor({ find: () => Promise.reject(locked) })
    const address = `/media/00000000-0000-7000-8000-000000000000/${'a'.repeat(64)}.mp4`
    const answer = await door.ask(address)
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  })

  it('refuses two Hosts', async () => {
    door = await openTestDoor()
    const head =
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    expect(await door.raw(head)).toMatch(/^HTTP\/1.1 400 /)
    expect(door.reached).toEqual([])
  })

  it('refuses a request without Host', async () => {
    door = await openTestDoor()
    expect(await door.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 421 /)
    expect(await door.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 421 /)
  })
})

describe('a request that changes something', () => {
  it("comes from the studio's own page", async () => {
    door = await openTestDoor()
    const post = { method: 'POST', headers: json, body: '{"a":1}' }
    expect(await door.ask('/api/tasks', post)).toMatchObject({ status: 200, body: 'next read 7' })
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['nowhere', { origin: 'null' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, headers) => {
    door = await openTestDoor()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await door.ask('/api/tasks/a', { method, headers: { ...json, ...headers } })
      expect(answer).toMatchObject({ status: 403, headers: SECURITY_HEADERS })
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'foreign_origin' } })
    }
    expect(door.reached).toEqual([])
  })

  it('is refused without an Origin', async () => {
    door = await openTestDoor()
    const head = `POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
    expect(await door.raw(head)).toMatch(/^HTTP\/1.1 403 /)
    expect(door.reached).toEqual([])
  })
})

describe('what Next should never see', () => {
  it('refuses a WebSocket upgrade and closes', async () => {
    door = await openTestDoor()
    for (const path of ['/', '/_next/hmr', '/api/events']) {
      const head = `GET ${path} HTTP/1.1\r\nHost: localhost:${door.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
      const answer = await door.raw(head)
      expect(answer).toMatch(/^HTTP\/1.1 400 /)
      expect(answer).toMatch(/\r\nContent-Security-Policy: /)
    }
    expect(door.reached).toEqual([])
  })

  it("hands on only the hot reload of the studio's own page in development", async () => {
    const upgrades: (string | undefined)[] = []
    door = await openTestDoor({
      onDevUpgrade: (request, socket) => {
        upgrades.push(request.url)
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
      },
    })
    const own = `Host: localhost:${door.port}\r\nOrigin: http://localhost:${door.port}\r\n`
    const foreign = `Host: localhost:${door.port}\r\nOrigin: http://evil.example\r\n`
    const upgrade = (path: string, who: string) =>
      door.raw(`GET ${path} HTTP/1.1\r\n${who}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    expect(await upgrade('/_next/hmr?id=1', own)).toContain('101')
    expect(await upgrade('/_next/hmr', foreign)).toContain('400')
    expect(await upgrade('/api/events', own)).toContain('400')
    expect(upgrades).toEqual(['/_next/hmr?id=1'])
  })

  it('closes although a page of Next’s development server is still listening', async () => {
    let noteOpened = () => {}
    const opened = new Promise<void>((resolve) => (noteOpened = resolve))
    door = await openTestDoor({ onDevUpgrade: () => noteOpened() })
    const own = `Host: localhost:${door.port}\r\nOrigin: http://localhost:${door.port}\r\n`
    const listening = door.raw(
      `GET /_next/hmr HTTP/1.1\r\n${own}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    )
    await opened
    await door.close()
    expect(await listening).toBe('')
  })

  it.each([
    ['a header of the middleware', 'GET', '/', { 'x-middleware-subrequest': 'a' }],
    ['a Server Action', 'POST', '/', { 'next-action': 'a' }],
    ['a form posted to a page', 'POST', '/', { 'content-type': 'multipart/form-data' }],
    ['a Flight post', 'POST', '/api/tasks', { rsc: '1' }],
    ['an encoded traversal', 'GET', '/media/%2e%2e/%2e%2e/etc/passwd', {}],
    ['a traversal', 'GET', '/../../etc/passwd', {}],
    ['NUL', 'GET', '/media/a%00.mp4', {}],
  ])('refuses %s', async (_, method, path, headers) => {
    door = await openTestDoor()
    expect(await door.ask(path, { method, headers })).toMatchObject({ status: 400 })
    expect(door.reached).toEqual([])
  })

  it('says which methods a page takes', async () => {
    door = await openTestDoor()
    const answer = await door.ask('/gallery', { method: 'DELETE' })
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    expect(door.reached).toEqual([])
  })

  it('answers garbage in words, with every header', async () => {
    door = await openTestDoor()
    const answer = await door.raw('GARBAGE\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/)
    for (const name of Object.keys(SECURITY_HEADERS)) {
      expect(answer.toLowerCase()).toContain(`\r\n${name}: `)
    }
    expect(answer).toContain('"code":"bad_request"')
  })

  it('refuses an expectation that it does not know', async () => {
    door = await openTestDoor()
    const head =
      'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nConnection: close\r\n\r\n'
    const answer = await door.raw(head)
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('Content-Security-Policy')
  })
})

describe('headers of every answer', () => {
  it('carry a content policy with a nonce of their own, which Next is told', async () => {
    door = await openTestDoor()
    const policies = [await door.ask('/'), await door.ask('/')].map(
      ({ headers }) => headers['content-security-policy'],
    )
    expect(new Set(policies).size).toBe(2)
    for (const [index, policy] of policies.entries()) {
      const nonce = door.reached[index]?.headers['x-nonce']
      expect(policy).toContain(`script-src 'self' 'nonce-${String(nonce)}';`)
      expect(policy).not.toContain('unsafe-eval')
      expect(policy).toContain("frame-ancestors 'none'")
      expect(door.reached[index]?.headers['content-security-policy']).toBe(policy)
    }
  })

  it.each([
    ['of Next', '/', {}],
    ['of a refusal', '/', { host: 'evil.example' }],
    ['of a clip that is not there', `/media/a/${'0'.repeat(64)}.mp4`, {}],
  ])('guard the answer %s', async (_, path, headers) => {
    door = await openTestDoor()
    const answer = await door.ask(path, { headers })
    expect(answer.headers).toMatchObject(SECURITY_HEADERS)
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })

  it('guard the answer to a failure of its own, which tells nothing of it', async () => {
    const failing = { next: () => Promise.reject(new Error('secret detail')) }
    door = await openTestDoor(failing)
    const answer = await door.ask('/api/tasks')
    expect(answer).toMatchObject({ status: 500, headers: SECURITY_HEADERS })
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'internal' } })
    expect(answer.body).not.toContain('secret')
  })
})

describe('stopping', () => {
  it('begins nothing new, but still gives a paid request its picture', async () => {
    const closing = new AbortController()
    door = await openTestDoor({ rules: { closing: closing.signal } })
    closing.abort()
    const post = { method: 'POST', headers: json, body: '{}' }
    const answer = await door.ask('/api/tasks', post)
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'stopping' } })
    const picture = await door.ask('/media/input/a.png?expires=1&signature=good')
    expect(picture.status).toBe(404) // looked for, not turned away
    expect(door.reached).toEqual([])
  })

  it('refuses a script as a script, so that the browser says nothing of its type', async () => {
    const closing = new AbortController()
    door = await openTestDoor({ rules: { closing: closing.signal } })
    closing.abort()
    const script = await door.ask('/_next/static/chunks/a.js?v=1')
    const type = { 'content-type': 'text/javascript; charset=utf-8' }
    expect(script).toMatchObject({ status: 503, body: '', headers: type })
    const page = await door.ask('/?then=/_next/static/a.js')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('waits for an answer that has begun', async () => {
    let finish = () => {}
    door = await openTestDoor({
      next: async (_, response) => {
        response.write('half ')
        finish = () => response.end('whole')
      },
    })
    const asked = door.ask('/')
    await expect.poll(() => door.reached.length).toBe(1)
    const closed = door.door.close(10_000)
    finish()
    expect(await asked).toMatchObject({ status: 200, body: 'half whole' })
    await closed
  })

  it('cuts off what does not end in time', async () => {
    door = await openTestDoor({
      next: async (_, response) => {
        response.write('half')
      },
    })
    const asked = door.ask('/')
    asked.catch(() => {})
    await expect.poll(() => door.reached.length).toBe(1)
    await door.door.close(20)
    await expect(asked).rejects.toThrow()
  })
})
