import { describe, expect, it } from 'vitest'
import {
  ANY_FINDING,
  CHECK_NAMES,
  FINDINGS,
  type Finding,
  type Verdict,
} from '@/lib/shared/findings'
import { LOCALES } from '@/lib/shared/locale'
import en from '@/lib/shared/messages/en/doctor.json'
import zh from '@/lib/shared/messages/zh/doctor.json'
import { describeFindings, summariseFindings } from './describe'

/** Every value that any sentence takes, so that a placeholder nobody fills stands out. */
const params = {
  address: '10.0.0.5',
  code: 'ECODE',
  command: 'ffmpeg',
  complaint: 'PORT: wrong',
  count: 3,
  direction: 'slow',
  disk: 'NFS',
  file: '/data/studio.db',
  folder: '/data',
  free: 70_000,
  host: 'studio.example',
  migration: '20990101_later',
  names: 'AISPHERE_KEY',
  path: '/api/v1/video/task/{task_id}',
  port: '8443',
  reserve: 1024,
  seconds: 90,
  status: 502,
  why: 'because',
}
const all: Finding[] = CHECK_NAMES.flatMap((check) =>
  Object.entries<Verdict>({ ...FINDINGS[check], ...ANY_FINDING }).map(([reason, verdict]) => ({
    check,
    reason,
    verdict,
    params,
  })),
)

describe.each(LOCALES)('in %s', (locale) => {
  it.each(all.map((found) => [`${found.check}.${found.reason}`, found] as const))(
    '%s is told, with a remedy where something is to be done',
    (_name, found) => {
      const [told] = describeFindings([found], locale)
      expect(told?.name).toMatch(/\S/)
      // A sentence that could not be put together comes back as its own key.
      expect(told?.says.replace(params.path, '')).not.toMatch(/^\w*$|[{}]/)
      const needsRemedy = found.verdict === 'bad' || found.verdict === 'unsure'
      if (needsRemedy) expect(told?.remedy).toMatch(/\S{2}/)
      else expect(told?.remedy).toBeNull()
    },
  )
})

/** The structure of the words: every key, and the values that its sentence takes. */
function shape(tree: object, path: string[] = []): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${[...path, key].join('.')}: ${placeholders(value)}`]
      : shape(Object(value), [...path, key]),
  )
}

function placeholders(sentence: string): string {
  const found = [...sentence.matchAll(/\{(\w+)[,}]/g)].flatMap(([, name]) => name ?? [])
  return [...new Set(found)]
    .filter((name) => name in params || name === 'task_id')
    .toSorted()
    .join(' ')
}

it('both languages say the same things, with the same values', () => {
  expect(shape(zh)).toEqual(shape(en))
})

it('has no words for what cannot be found', () => {
  const known = new Set(all.map(({ check, reason }) => `${check}.${reason}`))
  const { any, ...checks } = en.findings
  const told = Object.entries(checks).flatMap(([check, reasons]) =>
    Object.keys(reasons).map((reason) => `${check}.${reason}`),
  )
  expect(told.filter((name) => !known.has(name))).toEqual([])
  expect(Object.keys(any).toSorted()).toEqual(Object.keys(ANY_FINDING).toSorted())
})

it('Chinese has Chinese punctuation', () => {
  const sentences = Object.values(zh.findings).flatMap((reasons) =>
    Object.values(reasons).flatMap((said) => Object.values(said)),
  )
  const wrong = sentences.filter((sentence) =>
    /\p{Script=Han}[,:;?!.(]|[,:;?!(]\p{Script=Han}/u.test(sentence),
  )
  expect(wrong).toEqual([])
})

it('sums up by the worst', () => {
  const [good, bad, unsure] = [
    { check: 'disk', reason: 'room', verdict: 'good', params },
    { check: 'disk', reason: 'low', verdict: 'bad', params },
    { check: 'key', reason: 'unusual', verdict: 'unsure', params },
  ] as const satisfies Finding[]
  expect(summariseFindings([good], 'en')).toBe('Nothing is wrong.')
  expect(summariseFindings([good, unsure], 'en')).toMatch(/^Nothing.*one thing cannot/)
  expect(summariseFindings([good, unsure, bad, bad], 'en')).toBe('2 things are wrong.')
  expect(summariseFindings([bad], 'zh')).toBe('有 1 项有问题。')
})
