import http from 'node:http'
import net from 'node:net'
import { ask, createTask, postTask, uploadPicture } from './support/api'
import { expect, test } from './support/test'

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** A raw request, since fetch sets Host and Origin itself. */
function raw(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: options.method ?? 'GET',
        headers: options.headers,
        agent: false,
      },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk) => (body += chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}
async function countTasks(url: string): Promise<number> {
  return (await (await ask(url, '/api/tasks?limit=100')).json()).tasks.length
}

test('a foreign Host or a forwarded request sees and spends nothing', async ({ studio }) => {
  const image = await uploadPicture(studio.url, 'coffee.png')
  const before = await countTasks(studio.url)
  const body = JSON.stringify({ model: 'aisphere-v5', prompt: 'x', image: { imageId: image.id } })
  const { host } = new URL(studio.url)
  const json = { 'content-type': 'application/json', 'idempotency-key': 'foreign-0001' }
  const strangers: Record<string, string>[] = [
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: `${host}.evil.example`, origin: `http://${host}.evil.example` },
    { host, origin: `http://${host}`, 'x-forwarded-for': '1.2.3.4' },
    { host, origin: `http://${host}`, forwarded: 'for=1.2.3.4' },
    { host, origin: `http://${host}`, 'cf-connecting-ip': '1.2.3.4' },
    { host: 'evil.example', origin: 'http://evil.example', 'x-studio-access': 'open' },
  ]
  for (const headers of strangers) {
    const posted = await raw(studio.url, '/api/tasks', {
      method: 'POST',
      headers: { ...json, ...headers },
      body,
    })
    expect(posted.status, JSON.stringify(headers)).toBe(421)
    for (const path of [
      '/',
      '/gallery',
      '/api/tasks',
      '/api/events',
      image.url,
      '/_next/static/x.js',
    ]) {
      const seen = await raw(studio.url, path, { headers })
      expect(seen.status, path).toBe(421)
      expect(seen.body).not.toContain(image.id)
    }
    expect((await raw(studio.url, '/api/health/live', { headers })).status).toBe(200)
  }
  expect(await countTasks(studio.url)).toBe(before)
})

test('a change from another origin is refused', async ({ studio }) => {
  const image = await uploadPicture(studio.url, 'coffee.png')
  const before = await countTasks(studio.url)
  const body = { model: 'aisphere-v5', prompt: 'x', image: { imageId: image.id } }
  for (const origin of ['http://evil.example', 'null', studio.url.replace(/\d+$/, '1')]) {
    const answer = await postTask(studio.url, body, { origin })
    expect(answer.status, origin).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'foreign_origin' } })
  }
  const { host } = new URL(studio.url)
  const silent = await raw(studio.url, '/api/tasks', {
    method: 'POST',
    headers: { host, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(silent.status).toBe(403)
  expect(await countTasks(studio.url)).toBe(before)
})

test('every answer carries the headers, and no page runs inline script', async ({
  studio,
  page,
  expectConsole,
}) => {
  expectConsole(/inline (script|event handler) violates/)
  const { id } = await createTask(studio.url, 'coffee.png')
  for (const path of [
    '/',
    '/gallery',
    `/tasks/${id}`,
    '/nowhere',
    '/api/tasks',
    '/api/nothing',
    '/media/x/y',
    '/icon.svg',
  ]) {
    const { headers } = await ask(studio.url, path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toMatch(/script-src [^;]*'nonce-/)
    expect(policy.match(/script-src[^;]*/)?.[0], path).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('x-powered-by'), path).toBeNull()
  }
  await page.goto(studio.url)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="data:," onerror="window.ranInline = true">'
    document.body.append(holder)
    return new Promise((resolve) => {
      holder.querySelector('img')?.addEventListener('error', () => resolve('ranInline' in window))
    })
  })
  expect(ran).toBe(false)
})

test('what Next should never see does not reach it', async ({ studio }) => {
  const { host, port } = new URL(studio.url)
  const origin = `http://${host}`
  const upgraded = await new Promise<string>((resolve) => {
    const socket = net.connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `GET /_next/hmr HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
    })
    let text = ''
    socket.on('data', (chunk) => (text += chunk))
    socket.on('close', () => resolve(text))
  })
  expect(upgraded).not.toContain('101')
  const refused: [string, Record<string, string>][] = [
    ['POST', { 'next-action': 'abc', 'content-type': 'text/plain;charset=UTF-8' }],
    ['POST', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['POST', { rsc: '1' }],
    ['GET', { 'x-middleware-subrequest': 'middleware' }],
  ]
  for (const [method, headers] of refused) {
    const { status } = await raw(studio.url, '/', { method, headers: { host, origin, ...headers } })
    expect(status, JSON.stringify(headers)).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
})
