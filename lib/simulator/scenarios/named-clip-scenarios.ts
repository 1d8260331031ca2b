import type { ScenarioRule } from './behaviours'

const HTML = '<html><body>This link is not for you.</body></html>'
const FIVE_GIGABYTES = 5_000_000_000
/** An mp4's beginning, and bytes of pictures that no index tells apart. */
const WITHOUT_INDEX = Buffer.from(
  '\0\0\0\x14ftypisom\0\0\x02\0isom\0\0\x03\xf0mdat' + '\x17'.repeat(1000),
  'latin1',
)

export function moved(location: string) {
  return { kind: 'answer', status: 302, headers: { location } } as const
}

/** What can be wrong with a clip or its link, once the link is given. */
export const NAMED_CLIP_SCENARIOS = {
  'short-clip': () => ({ on: 'clip', do: { kind: 'short', bytes: 1000 } }),
  'empty-clip': () => ({ on: 'clip', do: { kind: 'short', bytes: 0 } }),
  'html-clip': () => ({
    on: 'clip',
    do: { kind: 'answer', status: 200, contentType: 'text/html', text: HTML },
  }),
  'no-index': () => ({
    on: 'clip',
    do: {
      kind: 'answer',
      status: 200,
      contentType: 'video/mp4',
      base64: WITHOUT_INDEX.toString('base64'),
    },
  }),
  'forbidden-link': () => ({ on: 'clip', do: { kind: 'answer', status: 403 } }),
  'gone-link': () => ({ on: 'clip', do: { kind: 'answer', status: 410 } }),
  'inward-link': () => ({ on: 'clip', do: moved('http://169.254.169.254/latest/meta-data/') }),
  'circling-link': () => ({ on: 'clip', do: moved('#again') }),
  'drip-clip': () => ({ on: 'clip', do: { kind: 'slow', bytesPerSecond: 1000 } }),
  'huge-clip': () => ({
    on: 'clip',
    do: { kind: 'answer', status: 200, contentType: 'video/mp4', padBytes: FIVE_GIGABYTES },
  }),
  'endless-clip': () => ({
    on: 'clip',
    do: {
      kind: 'answer',
      status: 200,
      contentType: 'video/mp4',
      padBytes: FIVE_GIGABYTES,
      undeclared: true,
    },
  }),
  'cut-clip': () => ({ on: 'clip', do: { kind: 'truncate', bytes: 1000 } }),
  'slow-clip': () => ({ on: 'clip', do: { kind: 'slow', bytesPerSecond: 100_000 } }),
} as const satisfies Record<string, () => ScenarioRule>
