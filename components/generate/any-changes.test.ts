import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageComplaints } from '@/lib/simulator/page-rules'
import { parseContract } from '@/lib/server/upstream/contract'
import { gatewayBody } from '@/lib/server/upstream/gateway-body'
import { FIELDS, MODELS, MODES, RULE_SETS, type RuleSet } from '@/lib/shared/models/catalogue'
import { offers, whyOff } from '@/lib/shared/models/offered'
import { isFieldTaken } from '@/lib/shared/models/effective'
import { readTask, type NewTask } from '@/lib/shared/task-schema'
import { toBody } from './form-body'
import { withChoice, withPlace } from './form-changes'
import { EMPTY_FORM, settingsOf, type FormPicture, type FormValues } from './form-values'
import { newReference } from './reference-names'
import { settingsVerdict } from './settings-verdict'

/** What a person does at the form, as numbers that are read against what is on the screen just then. */
type Act = { kind: (typeof KINDS)[number]; pick: number; text: string }
const KINDS = ['model', 'mode', 'choose', 'resolve', 'text', 'picture', 'reference'] as const
const TEXT_FIELDS = ['seed', 'negativePrompt', 'soundEffectContent', 'prompt'] as const
const CONTRACT = parseContract()
const PICTURE: FormPicture = {
  id: 'p',
  url: '/p.jpg',
  width: 600,
  height: 400,
  originalWidth: 600,
  originalHeight: 400,
}

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    pick: fc.nat(9_999),
    text: fc.oneof(
      fc.constantFrom('', '7', '-1', '1.5', '2147483648', 'x', '鸟鸣', '@image1 runs', 'a\u0000'),
      fc.string({ maxLength: 6 }),
    ),
  }),
  { minLength: 1, maxLength: 30 },
)

const nth = <T>(list: readonly T[], pick: number): T | undefined => list[pick % (list.length || 1)]

/** All that could be clicked among the settings: what is on, or what is off with the click that resolves it. */
function clicks(values: FormValues, rules: RuleSet, isOff: boolean) {
  const verdict = settingsVerdict(settingsOf(values), rules)
  const switches = [true, false].flatMap((value) =>
    FIELDS.filter((field) => field.endsWith('Switch') && isFieldTaken(field, verdict)).map(
      (field) => ({ field, value, off: whyOff({ field, value }, verdict.params, verdict) }),
    ),
  )
  const chosen = FIELDS.filter((field) => isFieldTaken(field, verdict)).flatMap((field) =>
    offers(field, verdict.params, verdict).map((offer) => ({ field, ...offer })),
  )
  return [...switches, ...chosen]
    .filter(({ off }) => (off !== null) === isOff)
    .map(({ field, value, off }) => [{ field, value }, ...(off?.fix ?? [])])
}

function act(values: FormValues, { kind, pick, text }: Act, rules: RuleSet): FormValues {
  const settings = settingsOf(values)
  if (kind === 'model') {
    return { ...values, ...withPlace(values, { model: nth(MODELS, pick)?.id }, rules) }
  }
  if (kind === 'mode') {
    const { model } = settingsVerdict(settings, rules)
    return { ...values, ...withPlace(values, { mode: nth(model.modes, pick) }, rules) }
  }
  if (kind === 'choose' || kind === 'resolve') {
    const click = nth(clicks(values, rules, kind === 'resolve'), pick)
    if (!click) return values
    const next = { ...values, ...withChoice(settings, click, rules) }
    const { params } = settingsVerdict(settingsOf(next), rules)
    // What was clicked is what stands then.
    for (const { field, value } of click)
      expect(params[field] ?? LEFT_OUT[field] ?? null).toBe(value)
    return next
  }
  if (kind === 'text') return { ...values, [nth(TEXT_FIELDS, pick) ?? 'seed']: text }
  if (kind === 'picture') {
    const slot = nth(['image', 'head', 'tail'] as const, pick) ?? 'image'
    return { ...values, [slot]: values[slot] ? null : PICTURE }
  }
  const { references } = values
  return references.length > pick % 4
    ? { ...values, references: references.slice(1) }
    : { ...values, references: [...references, newReference(PICTURE, references)] }
}

/** What stands where a field is not sent. */
const LEFT_OUT: Record<string, string | boolean> = {
  motionMode: 'normal',
  thinkingType: 'auto',
  soundEffectSwitch: false,
}

/** What the simulator says of the body that the server would make of the task. */
function refusals(task: NewTask): unknown[] {
  const pictures = task.pictures.map((picture) => ({ ...picture, address: 'https://a.b/p' }))
  const body = gatewayBody({ ...task, pictures }, CONTRACT)
  return pageComplaints(body, CONTRACT.headtailKeys)
}

const TYPED = [...TEXT_FIELDS, ...['image', 'headtailImages', 'characterImages']]

test.each(RULE_SETS)(
  'no sequence of changes makes a body that the simulator refuses, under %s rules',
  (rules) => {
    let sent = 0
    const property = fc.property(acts, (sequence) => {
      let values: FormValues = { ...EMPTY_FORM, image: PICTURE, prompt: 'p' }
      for (const each of sequence) {
        values = act(values, each, rules)
        const read = readTask(toBody(values, rules), rules)
        if (read.ok) {
          expect(refusals(read.task)).toEqual([])
          sent += 1
          continue
        }
        // Nothing is complained of but what was typed and what is missing: no setting that the form has let through.
        const fields = read.problems.map(({ path }) => path.split('.')[0] ?? '')
        expect(fields.filter((field) => !TYPED.includes(field))).toEqual([])
      }
    })
    fc.assert(property, { numRuns: 1_000, seed: SEED })
    // It does let bodies out.
    expect(sent).toBeGreaterThan(1_000)
  },
)

/** Others each day; a failure prints it. */
const SEED = Math.floor(Date.now() / 86_400_000)

test.each(MODELS.flatMap((model) => MODES.map((mode) => [model.label, mode, model.id] as const)))(
  'to %s in %s and back: everything is as it was',
  (_label, mode, id) => {
    for (const from of MODELS) {
      for (const before of from.modes) {
        const start: FormValues = { ...FULL, model: from.id, mode: before }
        const there = { ...start, ...withPlace(start, { model: id, mode }, 'strict') }
        const back = { ...there, ...withPlace(there, { model: from.id, mode: before }, 'strict') }
        expect(toBody(back, 'strict')).toEqual(toBody(start, 'strict'))
      }
    }
  },
)

const FULL: FormValues = {
  ...EMPTY_FORM,
  prompt: '@image1 runs',
  image: PICTURE,
  head: PICTURE,
  tail: PICTURE,
  references: [newReference(PICTURE, [])],
  duration: 10,
  resolution: '1080p',
  seed: '7',
  negativePrompt: 'rain',
  motionMode: 'fast',
  style: 'anime',
  cameraMovement: 'zoom_in',
  soundEffectSwitch: true,
  soundEffectContent: 'birds',
  generateAudioSwitch: true,
  generateMultiClipSwitch: true,
  thinkingType: 'enabled',
}

test('everything that is set aside is named, with its reason and what stands instead', () => {
  for (const model of MODELS) {
    for (const mode of model.modes) {
      const verdict = settingsVerdict({ ...FULL, model: model.id, mode }, 'strict')
      for (const field of FIELDS) {
        const wanted = field === 'seed' ? Number(FULL.seed) : FULL[field]
        const aside = verdict.setAside.find((each) => each.field === field)
        const now = verdict.params[field]
        if (now === wanted) expect(aside, `${model.label} ${mode} ${field}`).toBeUndefined()
        else expect(aside).toMatchObject({ wanted, now: now ?? null, reason: { path: field } })
      }
    }
  }
})
