import { createServer } from 'node:http'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readLedger } from '../ledger'
import { GENERATION, KEY, picture, readEnvelope, startTestSimulator } from '../test-harness'
import { dataUri, submitBody } from '../test-harness'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('an accepted submit', () => {
  test('answers with the envelope of the page', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.submit()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await readEnvelope(response)).toEqual({
      code: 0,
      data: {
        urls: [],
        usage: { images: 0, seconds: 0, input_tokens: 0, output_tokens: 0, total_tokens: 0 },
        expired: '',
        task_id: expect.stringMatching(UUID),
        task_status: 'queued',
      },
      message: 'success',
      request_id: expect.stringMatching(UUID),
    })
  })

  test('takes every picture of its mode, and keeps the bytes under their hash', async () => {
    const simulator = await startTestSimulator()
    const bytes = await Promise.all(
      ['red', 'green'].map((background) =>
        picture({ width: 320, height: 300, background }).webp().toBuffer(),
      ),
    )
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end(bytes[request.url === '/0' ? 0 : 1])
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const headtailImages = { headImageUrl: `${origin}/0`, tailImageUrl: `${origin}/1` }
    await simulator.accepted({ image: undefined, headtailImages })
    expect(asked).toEqual(['/0', '/1'])
    const sha256s = bytes.map((one) => createHash('sha256').update(one).digest('hex'))
    const [line] = await readLedger(simulator.data)
    expect(line?.image_sha256s).toEqual(sha256s)
    for (const [index, sha256] of sha256s.entries()) {
      expect(await readFile(path.join(simulator.data, 'images', sha256))).toEqual(bytes[index])
    }
  })

  test('references, with keys of another family for the frames', async () => {
    const simulator = await startTestSimulator({ headtailKeys: ['first.url', 'last.url'] })
    const imageUrl = await dataUri()
    const one = { imageUrl, type: 'subject', refName: 'cat' }
    await simulator.accepted({ image: undefined, characterImages: [one, one] })
    const headtailImages = { first: { url: imageUrl }, last: { url: imageUrl } }
    await simulator.accepted({ image: {}, headtailImages })
    const lines = await readLedger(simulator.data)
    expect(lines.map((line) => line.image_sha256s.length)).toEqual([2, 2])
  })

  test('every answer has an id of its own, and every task too', async () => {
    const simulator = await startTestSimulator()
    const answers = await Promise.all(
      [1, 2, 3].map(async () => readEnvelope(await simulator.submit())),
    )
    expect(new Set(answers.map((one) => one.data?.task_id)).size).toBe(3)
    expect(new Set(answers.map((one) => one.request_id)).size).toBe(3)
  })
})

describe('a refused submit', () => {
  test.each<[string, HeadersInit]>([
    ['no key', { authorization: '' }],
    ['another key', { authorization: 'Bearer sk-other' }],
    ['the key without its word', { authorization: KEY }],
  ])('%s: 401', async (_name, headers) => {
    const simulator = await startTestSimulator()
    const body = JSON.stringify(await submitBody())
    const init = {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    }
    const response = await simulator.call(GENERATION, init)
    expect(response.status).toBe(401)
    expect(await readEnvelope(response)).toMatchObject({ code: 400401, data: null })
    expect(await readLedger(simulator.data)).toMatchObject([{ accepted: false, code: 400401 }])
  })

  test('what the page forbids: 400 with the field in words', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.submit({ duration: 10, style: 'noir' })
    expect(response.status).toBe(400)
    const envelope = await readEnvelope(response)
    expect(envelope).toMatchObject({ code: 400017, data: null })
    expect(envelope.message).toContain('style: must be one of anime')
    expect(envelope.message).toContain('duration: 10 is taken only by aisphere-v5.5')
  })

  test('a prompt that is too long has its own code', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.submit({ prompt: 'a'.repeat(2049) })
    expect(await readEnvelope(response)).toMatchObject({ code: 400018, data: null })
  })

  test('a picture that is not fit: 400 with the code of its kind', async () => {
    const simulator = await startTestSimulator()
    const imageUrl = await dataUri(picture({ width: 200, height: 320 }))
    const response = await simulator.submit({ image: { imageUrl } })
    expect(response.status).toBe(400)
    expect(await readEnvelope(response)).toMatchObject({
      code: 500033,
      data: null,
      message: 'image: is 200x320: each side must be 300 to 4000 pixels',
    })
  })

  test.each([
    ['no JSON', 'application/json', '{"model":'],
    ['another type', 'text/plain', '{}'],
    ['a list', 'application/json', '[]'],
    ['nothing', 'application/json', ''],
  ])('%s: 400', async (_name, contentType, body) => {
    const simulator = await startTestSimulator()
    const init = { method: 'POST', body, headers: { 'content-type': contentType } }
    const response = await simulator.call(GENERATION, init)
    expect(response.status).toBe(400)
    expect(await readEnvelope(response)).toMatchObject({ code: 400017, data: null })
  })

  test('more than 20 MB: 413, and the next request is served', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.submit({ prompt: 'a'.repeat(20 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(await readEnvelope(response)).toMatchObject({ code: 400017, data: null })
    expect(await readLedger(simulator.data)).toMatchObject([{ accepted: false, body: null }])
    expect((await simulator.submit()).status).toBe(200)
  })
})

describe('the ledger', () => {
  test('has a line for every submit: the body as received, never the key', async () => {
    const simulator = await startTestSimulator()
    const id = await simulator.accepted({ seed: 7, headtailImages: {} })
    await simulator.submit({ seed: 'seven' })
    const init = {
      method: 'POST',
      body: 'nonsense',
      headers: { 'content-type': 'application/json' },
    }
    await simulator.call(GENERATION, init)
    const lines = await readLedger(simulator.data)
    const at = new Date(simulator.clock.now).toISOString()
    expect(lines).toEqual([
      {
        at,
        accepted: true,
        task_id: id,
        code: 0,
        body: await submitBody({ seed: 7, headtailImages: {} }),
        image_sha256s: [expect.stringMatching(/^[0-9a-f]{64}$/)],
      },
      {
        at,
        accepted: false,
        task_id: null,
        code: 400017,
        body: await submitBody({ seed: 'seven' }),
        image_sha256s: [],
      },
      {
        at,
        accepted: false,
        task_id: null,
        code: 400017,
        body: 'nonsense',
        image_sha256s: [],
      },
    ])
    const text = await readFile(path.join(simulator.data, 'ledger.jsonl'), 'utf8')
    expect(text).not.toContain(KEY)
  })
})
