import type { PauseReason, TaskErrorCode } from '@/lib/shared/errors'

/** What is told to the gateway for the one submit of a case. */
type Told = Record<string, unknown> & { kind: string }
export type Expected =
  | { kind: 'accepted' }
  | { kind: 'failed' | 'unconfirmed'; code: TaskErrorCode }
  | { kind: 'pauses'; reason: PauseReason }
  /** Sent again after so many milliseconds at the earliest, and accepted then. */
  | { kind: 'waits'; code: 'gateway_busy' | 'gateway_unreachable'; atLeastMs: number }
export type VerdictCase = { name: string; told: () => Told; expected: Expected }

const HTML = '<html><body>sorry</body></html>'
const refused = (code: number | string) => ({ code, data: null, message: 'told' })
const answer = (status: number, json?: unknown): Told => ({ kind: 'answer', status, json })
const html = (status: number, kind = 'answer'): Told => ({
  kind,
  status,
  contentType: 'text/html',
  text: HTML,
})
const inTwoSeconds = () => new Date(Date.now() + 2000).toUTCString()
const tooMany = (retryAfter?: string, json?: unknown): Told => ({
  ...answer(429, json),
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
})

/** A function where the answer depends on the moment. */
type Answers = Record<string, Told | (() => Told)>
const rows = (expected: Expected, answers: Answers): VerdictCase[] =>
  Object.entries(answers).map(([name, told]) => ({
    name,
    told: typeof told === 'function' ? told : () => told,
    expected,
  }))
const failing = (code: TaskErrorCode, told: Answers) => rows({ kind: 'failed', code }, told)
const unclear = (code: TaskErrorCode, told: Answers) => rows({ kind: 'unconfirmed', code }, told)
const pausing = (reason: PauseReason, told: Answers) => rows({ kind: 'pauses', reason }, told)
const busy = (atLeastMs: number, told: Answers) =>
  rows({ kind: 'waits', code: 'gateway_busy', atLeastMs }, told)

const FAILING: VerdictCase[] = [
  ...failing('moderation_picture', { 'code 500054': answer(200, refused(500054)) }),
  ...failing('moderation_text', { 'code 500063': answer(400, refused('500063')) }),
  ...failing('bad_parameter', {
    'code 400017': answer(200, refused(400017)),
    'code 400013': answer(400, refused(400013)),
    'code 400011': answer(200, refused(400011)),
  }),
  ...failing('prompt_too_long', { 'code 400018': answer(200, refused(400018)) }),
  ...failing('negative_prompt_too_long', { 'code 400019': answer(200, refused(400019)) }),
  ...failing('picture_refused', {
    'code 500030': answer(200, refused(500030)),
    'code 500031': answer(200, refused(500031)),
    'code 500032': answer(200, refused(500032)),
    'code 500033': answer(400, refused(500033)),
    'code 500041': answer(200, refused(500041)),
    'code 500042': answer(400, refused(500042)),
  }),
  ...failing('refused', { 'a code nobody knows': answer(200, refused(123)) }),
]

const UNCLEAR: VerdictCase[] = [
  ...unclear('answer_unclear', {
    '500 in JSON': answer(500, refused(400017)),
    '502 in HTML, after it was accepted': html(502, 'accept-then-answer'),
    '503 with "no balance"': answer(503, refused(500090)),
    '504 without a word': answer(504),
    '500 inside a 200': answer(200, refused(500)),
    408: answer(408, refused(1)),
    'HTML with 200': html(200),
    'half a JSON text': { kind: 'answer', status: 200, text: '{"code":0,"da' },
    'bytes that are no text': { kind: 'answer', status: 200, base64: 'AAEC/w==' },
    'a refusal that names a task': answer(400, {
      ...refused(400017),
      data: { task_id: 'told-by-a-case' },
    }),
    'an answer of 2 MB': { ...answer(200, refused(0)), padBytes: 2_000_000 },
  }),
  ...unclear('answer_missing', {
    'cut before an answer': { kind: 'cut' },
    'cut after it was accepted': { kind: 'accept-then-cut' },
    'cut within the answer': { kind: 'truncate', bytes: 40 },
    'never an answer': { kind: 'accept-then-hang' },
    'one byte a second': { kind: 'slow', bytesPerSecond: 1, head: true },
  }),
  ...unclear('task_id_missing', {
    'success without a task id': answer(200, { code: 0, data: { urls: [] } }),
    'success without data': answer(200, { code: 0 }),
  }),
]

const PAUSING: VerdictCase[] = [
  ...pausing('no_balance', {
    'code 500090': answer(200, refused(500090)),
    insufficient_credit: answer(400, { error: { code: 'insufficient_credit', message: 'told' } }),
    402: answer(402),
  }),
  ...pausing('key_refused', {
    401: answer(401, refused(1)),
    403: answer(403),
    '401 inside a 200': answer(200, refused(401)),
  }),
  ...pausing('wrong_address', {
    301: { ...answer(301), headers: { location: 'https://elsewhere.example/' } },
    307: { ...answer(307), headers: { location: '/elsewhere' } },
    404: answer(404),
    '404 in JSON': answer(404, refused(404)),
    405: answer(405),
    'HTML with 400': html(400),
    'HTML with 403': html(403),
  }),
]

/** The waits that the gateway does not name are those of the stage's contract. */
const WAITING: VerdictCase[] = [
  ...busy(400, {
    'code 500044, concurrency': tooMany(undefined, refused(500044)),
    'code 500069, load': answer(200, refused(500069)),
    'load under a 503': answer(503, refused(500044)),
    '429 without a word': tooMany(),
    '429 with rubbish': tooMany('after lunch'),
  }),
  ...busy(1000, {
    '429 in seconds': tooMany('1'),
    '429 by date': () => tooMany(inTwoSeconds()),
  }),
  ...busy(1500, { '429 for a year': tooMany('31536000') }),
]

/** Never more than two unclear answers in a row, which a third would turn into a pause. */
function separated(unclearCases: VerdictCase[], others: VerdictCase[]): VerdictCase[] {
  const left = [...others]
  return [...unclearCases.flatMap((each) => [each, ...left.splice(0, 1)]), ...left]
}

const ACCEPTED = rows({ kind: 'accepted' }, { accepted: { kind: 'slow', bytesPerSecond: 2000 } })

/** Every row of the verdict table (upstream-contract, "Time and limits") that one answer can show. */
export const VERDICT_CASES: readonly VerdictCase[] = [
  ...separated(UNCLEAR, [...FAILING, ...ACCEPTED, ...WAITING]),
  ...PAUSING,
]
