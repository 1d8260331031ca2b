import { describe, expect, it } from 'vitest'
import { parseContract } from './contract'
import type { Outcome } from './http-exchange'
import { judgeQuery, type QueryVerdict } from './query-verdict'
import { parseExpiry, readEnvelope } from './responses'
import { retryAfterMs } from './retry-after'

const contract = parseContract()
const now = new Date('2026-01-01T00:00:00Z')
const link = 'https://clips.example/a.mp4'

function answer(body: unknown, status = 200): Outcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answer', status, headers: {}, body: text, isCut: false }
}
const task = (data: object) => answer({ code: 0, data, message: 'm', request_id: 'r' })

describe('judgeQuery', () => {
  it.each<[string, Outcome, Partial<QueryVerdict>]>([
    ...['PENDING', 'queued', 'Processing', 'in_progress', 'generating'].map(
      (word): [string, Outcome, Partial<QueryVerdict>] => [
        word,
        task({ task_status: word }),
        { kind: 'running', isKnownWord: true },
      ],
    ),
    ['unknown word', task({ task_status: 'dreaming' }), { kind: 'running', isKnownWord: false }],
    ['succeeded', task({ task_status: 'SUCCEED', urls: [link] }), { kind: 'succeeded' }],
    ['link in url', task({ task_status: 'done', url: link }), { kind: 'succeeded' }],
    [
      'link in video_url',
      task({ task_status: 'completed', video_url: link }),
      { kind: 'succeeded' },
    ],
    ['success without a link', task({ task_status: 'success', urls: [] }), { kind: 'running' }],
    [
      'success with a link that is none',
      task({ task_status: 'success', urls: ['soon'] }),
      { kind: 'running' },
    ],
    [
      'failed',
      task({ task_status: 'Failed' }),
      { kind: 'failed', code: 'generation_failed', detail: 'm' },
    ],
    [
      'failed by moderation',
      answer({ code: 500063, data: { task_status: 'failed' }, message: 'text' }),
      { kind: 'failed', code: 'moderation_text' },
    ],
    [
      'moderation without a status',
      answer({ code: 500054, data: null }),
      { kind: 'failed', code: 'moderation_picture' },
    ],
    ['unknown task in JSON', answer({ code: 400404, message: 'no' }, 404), { kind: 'unknown' }],
    ['no such route', answer('<html>404</html>', 404), { kind: 'no_route' }],
    ['another page', answer('<html>hello</html>'), { kind: 'no_route' }],
    ['bare 405', answer('', 405), { kind: 'no_route' }],
    ['key refused', answer({ code: 1 }, 401), { kind: 'pause', reason: 'key_refused' }],
    ['key refused bare', answer('', 403), { kind: 'pause', reason: 'key_refused' }],
    ['server error', answer('<html>', 502), { kind: 'later' }],
    ['broken connection', { kind: 'no_answer', cause: 'ECONNRESET' }, { kind: 'later' }],
  ])('%s', (_name, outcome, expected) => {
    expect(judgeQuery(outcome, { contract, now })).toMatchObject(expected)
  })
})

describe('readEnvelope', () => {
  it('keeps usage and request id, and drops what has the wrong form', () => {
    const usage = { seconds: 5, images: 1, note: 'text' }
    const body = {
      code: 0,
      data: { task_id: 77, urls: [link, 5, 'javascript:alert(1)'], usage, expired: 1767225600 },
      request_id: 'r1',
    }
    expect(readEnvelope(JSON.stringify(body))).toEqual({
      codes: [],
      message: null,
      requestId: 'r1',
      result: {
        taskId: '77',
        word: null,
        urls: [link],
        usage: { seconds: 5, images: 1 },
        expiresRaw: '1767225600',
      },
    })
  })

  it.each(['', 'null', '[]', '"text"', '{}', '{"detail":"Not Found"}', '<html>'])(
    'is not taken in by %s',
    (body) => {
      expect(readEnvelope(body)).toBeNull()
    },
  )
})

describe('parseExpiry', () => {
  it.each([
    ['1767225600', '2026-01-01T00:00:00.000Z'],
    ['1767225600000', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
  ])('%s is a moment', (raw, expected) => {
    expect(parseExpiry(raw)?.toISOString()).toBe(expected)
  })
  it.each(['', 'string', '3600', 'in an hour', '2026-13-45', null])('%s is none', (raw) => {
    expect(parseExpiry(raw)).toBeNull()
  })
})

describe('retryAfterMs', () => {
  it.each([
    ['0', 0],
    ['12', 12_000],
    ['99999999', 60_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['Thursday', null],
    ['', null],
    [undefined, null],
  ])('%s', (header, expected) => {
    expect(retryAfterMs(header, now, 60_000)).toBe(expected)
  })
})
