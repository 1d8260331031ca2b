import type { ScenarioRule } from './behaviours'
import { moved, NAMED_CLIP_SCENARIOS } from './named-clip-scenarios'

const HTML = '<html><head><title>Bad gateway</title></head><body>sorry</body></html>'
const YEAR_SECONDS = 31_536_000

function refused(code: number, message: string) {
  return { code, data: null, message, request_id: 'told-by-a-scenario' }
}

function refusal(code: number, message: string) {
  return { kind: 'answer', status: 200, json: refused(code, message) } as const
}

const LONG_JSON_BYTES = 100_000_000

function tooMany(answer: { retryAfter?: string; json?: unknown }) {
  const { retryAfter, json } = answer
  const headers = retryAfter === undefined ? undefined : { 'retry-after': retryAfter }
  return { kind: 'answer', status: 429, headers, json } as const
}

/**
 * Misbehaviour that has a name, as a rule made at the moment when it is asked for. What each does is
 * told in docs/simulator.md.
 */
export const NAMED_SCENARIOS = {
  refuse: () => ({ on: 'submit', do: refusal(400017, 'duration: is not taken') }),
  'moderate-text': () => ({ on: 'submit', do: refusal(500063, 'the text is not allowed') }),
  'moderate-picture': () => ({
    on: 'query',
    do: { kind: 'fail', code: 500054, message: 'the picture is not allowed' },
  }),
  fail: () => ({ on: 'query', do: { kind: 'fail', message: 'the generation failed' } }),
  'no-balance': () => ({ on: 'submit', do: refusal(500090, 'no balance') }),
  'no-balance-402': () => {
    const error = { type: 'billing', code: 'insufficient_credit', message: 'no balance' }
    return { on: 'submit', do: { kind: 'answer', status: 402, json: { error } } }
  },
  'wrong-key': () => {
    const error = { type: 'auth', code: 'invalid_key', message: 'the key is not known' }
    return { on: 'submit', do: { kind: 'answer', status: 401, json: { error } } }
  },
  'busy-concurrency': () => ({
    on: 'submit',
    do: tooMany({ json: refused(500044, 'as many tasks as allowed') }),
  }),
  'busy-load': () => ({
    on: 'submit',
    do: tooMany({ json: refused(500069, 'high load') }),
  }),
  'busy-rate': () => ({ on: 'submit', do: tooMany({}) }),
  'retry-after-seconds': () => ({ on: 'submit', do: tooMany({ retryAfter: '5' }) }),
  'retry-after-date': (now) => {
    const date = new Date(now.getTime() + 5000).toUTCString()
    return { on: 'submit', do: tooMany({ retryAfter: date }) }
  },
  'retry-after-rubbish': () => ({ on: 'submit', do: tooMany({ retryAfter: 'after lunch' }) }),
  'retry-after-year': () => ({ on: 'submit', do: tooMany({ retryAfter: String(YEAR_SECONDS) }) }),
  html: () => ({
    on: 'submit',
    do: { kind: 'answer', status: 200, contentType: 'text/html', text: HTML },
  }),
  'html-502': () => ({
    on: 'submit',
    do: { kind: 'accept-then-answer', status: 502, contentType: 'text/html', text: HTML },
  }),
  garbage: () => ({
    on: 'submit',
    do: { kind: 'answer', status: 200, contentType: 'application/json', text: '{"code":0,"da' },
  }),
  'garbage-result': () => ({
    on: 'query',
    do: { kind: 'answer', status: 200, contentType: 'application/json', base64: 'AAEC/w==' },
  }),
  cut: () => ({ on: 'submit', do: { kind: 'accept-then-cut' } }),
  'cut-answer': () => ({ on: 'submit', do: { kind: 'truncate', bytes: 40 } }),
  'no-id': () => ({
    on: 'submit',
    do: { kind: 'answer', status: 200, json: { code: 0, data: { urls: [] }, message: 'success' } },
  }),
  moved: () => ({ on: 'submit', do: moved('https://gateway.example/elsewhere') }),
  'no-route': () => ({
    on: 'submit',
    do: { kind: 'answer', status: 404, contentType: 'text/html', text: HTML },
  }),
  flood: () => ({
    on: 'submit',
    do: {
      kind: 'accept-then-answer',
      status: 200,
      json: refused(0, ''),
      padBytes: LONG_JSON_BYTES,
    },
  }),
  drip: () => ({ on: 'submit', do: { kind: 'slow', bytesPerSecond: 1, head: true } }),
  'drip-result': () => ({ on: 'query', do: { kind: 'slow', bytesPerSecond: 1, head: true } }),
  'flood-result': () => ({
    on: 'query',
    do: { kind: 'answer', status: 200, json: refused(0, ''), padBytes: LONG_JSON_BYTES },
  }),
  'silent-result': () => ({ on: 'query', do: { kind: 'hang' } }),
  'html-result': () => ({
    on: 'query',
    do: { kind: 'answer', status: 200, contentType: 'text/html', text: HTML },
  }),
  'busy-result': () => ({ on: 'query', do: tooMany({ retryAfter: '5' }) }),
  'wrong-key-result': () => ({
    on: 'query',
    do: { kind: 'answer', status: 401, json: { error: { code: 'invalid_key', message: 'no' } } },
  }),
  slow: () => ({ on: 'submit', do: { kind: 'slow', bytesPerSecond: 100 } }),
  silent: () => ({ on: 'submit', do: { kind: 'accept-then-hang' } }),
  'late-link': () => ({ on: 'query', do: { kind: 'late-link', times: 3 } }),
  'dead-link': () => ({ on: 'query', do: { kind: 'dead-link' } }),
  'no-link': () => ({ on: 'query', do: { kind: 'no-link' } }),
  'unknown-word': () => ({ on: 'query', do: { kind: 'status', word: 'dreaming' } }),
  forget: () => ({ on: 'query', do: { kind: 'forget' } }),
  ...NAMED_CLIP_SCENARIOS,
} as const satisfies Record<string, (now: Date) => ScenarioRule>

export type ScenarioName = keyof typeof NAMED_SCENARIOS

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(NAMED_SCENARIOS, name)
}
