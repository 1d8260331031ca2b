import { describe, expect, it } from 'vitest'
import { parseContract } from './contract'
import type { Outcome } from './http-exchange'
import { judgeSubmit, type SubmitVerdict } from './verdict'

const contract = parseContract()
const now = new Date('2026-01-01T00:00:00Z')

function answer(status: number, body: unknown, headers: { retryAfter?: string } = {}): Outcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const contentType = text.startsWith('<') ? 'text/html' : 'application/json'
  return { kind: 'answer', status, headers: { contentType, ...headers }, body: text, isCut: false }
}
const accepted = { code: 0, data: { task_id: 't1', task_status: 'queued', urls: [] } }
const refusal = (code: number | string) => ({ code, data: null, message: 'why' })
const html = '<html><body>502</body></html>'

type Row = [string, Outcome, Partial<SubmitVerdict>]
const TABLE: Row[] = [
  ['accepted', answer(200, accepted), { kind: 'accepted' }],
  ['accepted with code as text', answer(200, { ...accepted, code: '0' }), { kind: 'accepted' }],
  [
    'done at once',
    answer(200, { code: 0, data: { urls: ['https://x.example/a.mp4'] } }),
    { kind: 'accepted' },
  ],
  ['concurrency full', answer(400, refusal(500044)), { kind: 'wait', reason: 'load' }],
  ['high load', answer(200, refusal(500069)), { kind: 'wait', reason: 'load' }],
  ['load under a 5xx', answer(503, refusal(500044)), { kind: 'wait', reason: 'load' }],
  [
    'moderation of the picture',
    answer(200, refusal(500054)),
    { kind: 'failed', code: 'moderation_picture' },
  ],
  [
    'moderation of the text',
    answer(400, refusal('500063')),
    { kind: 'failed', code: 'moderation_text' },
  ],
  ['no balance', answer(200, refusal(500090)), { kind: 'pause', reason: 'no_balance' }],
  [
    'no balance in the other form',
    answer(400, { error: { type: 'x', code: 'insufficient_credit', message: 'm' } }),
    { kind: 'pause', reason: 'no_balance' },
  ],
  [
    'no balance as the type of an error',
    answer(400, { error: { type: 'insufficient_credit' } }),
    { kind: 'pause', reason: 'no_balance' },
  ],
  ['402', answer(402, {}), { kind: 'pause', reason: 'no_balance' }],
  ...[400017, 400013, 400011].map((code): Row => [
    `bad parameter ${code}`,
    answer(400, refusal(code)),
    { kind: 'failed', code: 'bad_parameter', detail: 'why' },
  ]),
  ['prompt too long', answer(400, refusal(400018)), { kind: 'failed', code: 'prompt_too_long' }],
  [
    'negative prompt too long',
    answer(400, refusal(400019)),
    { kind: 'failed', code: 'negative_prompt_too_long' },
  ],
  ...[500030, 500031, 500032, 500033, 500041, 500042].map((code): Row => [
    `picture ${code}`,
    answer(200, refusal(code)),
    { kind: 'failed', code: 'picture_refused' },
  ]),
  [
    'a code nobody knows',
    answer(200, refusal(123)),
    { kind: 'failed', code: 'refused', detail: 'why' },
  ],
  ['401', answer(401, refusal(1)), { kind: 'pause', reason: 'key_refused' }],
  ['403', answer(403, ''), { kind: 'pause', reason: 'key_refused' }],
  ['401 inside a 200', answer(200, refusal(401)), { kind: 'pause', reason: 'key_refused' }],
  [
    '429 in seconds',
    answer(429, '', { retryAfter: '7' }),
    { kind: 'wait', reason: 'rate', delayMs: 7000 },
  ],
  [
    '429 by date',
    answer(429, '', { retryAfter: 'Thu, 01 Jan 2026 00:01:00 GMT' }),
    { kind: 'wait', delayMs: 60_000 },
  ],
  [
    '429 with rubbish',
    answer(429, html, { retryAfter: 'soon' }),
    { kind: 'wait', delayMs: contract.rateWaitMs },
  ],
  [
    '429 for a year',
    answer(429, '', { retryAfter: '31536000' }),
    { kind: 'wait', delayMs: 15 * 60_000 },
  ],
  [
    'not delivered',
    { kind: 'not_delivered', cause: 'ECONNREFUSED' },
    { kind: 'wait', reason: 'not_delivered' },
  ],
  ['redirect', answer(302, ''), { kind: 'pause', reason: 'wrong_address' }],
  ['404', answer(404, html), { kind: 'pause', reason: 'wrong_address' }],
  ['404 in JSON', answer(404, refusal(404)), { kind: 'pause', reason: 'wrong_address' }],
  ['405', answer(405, ''), { kind: 'pause', reason: 'wrong_address' }],
  ['HTML with 400', answer(400, html), { kind: 'pause', reason: 'wrong_address' }],
  ['HTML with 403', answer(403, html), { kind: 'pause', reason: 'wrong_address' }],
  ['500', answer(500, refusal(400017)), { kind: 'unclear', code: 'answer_unclear' }],
  ['502 HTML', answer(502, html), { kind: 'unclear' }],
  ['500 inside a 200', answer(200, refusal(500)), { kind: 'unclear' }],
  ['a time-out of the gateway', answer(408, refusal(1)), { kind: 'unclear' }],
  [
    'no answer',
    { kind: 'no_answer', cause: 'ECONNRESET' },
    { kind: 'unclear', code: 'answer_missing' },
  ],
  ['garbage', answer(200, '{"code": 0, "da'), { kind: 'unclear' }],
  ['garbage with 400', answer(400, 'nope'), { kind: 'unclear' }],
  ['HTML with 200', answer(200, html), { kind: 'unclear', code: 'answer_unclear' }],
  [
    'an endless answer',
    { ...(answer(200, accepted) as Extract<Outcome, { kind: 'answer' }>), isCut: true },
    { kind: 'unclear' },
  ],
  [
    'success without a task id',
    answer(200, { code: 0, data: { urls: [''] } }),
    { kind: 'unclear', code: 'task_id_missing' },
  ],
  ['success without data', answer(200, { code: 0 }), { kind: 'unclear', code: 'task_id_missing' }],
  ...[1, 500044, 500090, 500054].map((code): Row => [
    `refused (${code}) and accepted at once`,
    answer(200, { ...accepted, code }),
    { kind: 'unclear' },
  ]),
  ...[400, 401, 402, 404, 429].map((status): Row => [
    `${status} with a task id`,
    answer(status, accepted),
    { kind: 'unclear' },
  ]),
  [
    'a link beside a refusal',
    answer(200, { code: 500054, data: { urls: ['https://x.example/a.mp4'] } }),
    { kind: 'unclear' },
  ],
  ['no balance under a 502', answer(502, refusal(500090)), { kind: 'unclear' }],
]

describe('judgeSubmit', () => {
  it.each(TABLE)('%s', (_name, outcome, expected) => {
    expect(judgeSubmit(outcome, { contract, now })).toMatchObject(expected)
  })

  it('never calls a delivered request safe to repeat unless the gateway said so', () => {
    const repeatable = TABLE.filter(
      ([, outcome]) => judgeSubmit(outcome, { contract, now }).kind === 'wait',
    )
    const saidSo = (outcome: Outcome) =>
      outcome.kind === 'not_delivered' ||
      (outcome.kind === 'answer' && (outcome.status === 429 || /5000(44|69)/.test(outcome.body)))
    expect(repeatable.every(([, outcome]) => saidSo(outcome))).toBe(true)
  })
})
