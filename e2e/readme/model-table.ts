import {
  FIELDS,
  fieldModes,
  fieldValues,
  MODES,
  MODELS,
  RESOLUTIONS,
  type Field,
  type Mode,
  type Model,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import { EXCLUSIONS } from '@/lib/shared/models/exclusions'
import { sentence } from '@/lib/server/sentences'
import { placePart } from '../support/marked-part'

const MARKS = {
  begin: '<!-- models: written by npm run model-table -->',
  end: '<!-- end of models -->',
}
const MODE_WORDS: Record<Mode, string> = {
  image: 'one picture',
  frames: 'first and last frame',
  reference: 'references',
}
const FIELD_WORDS: Record<Field, string> = {
  duration: 'seconds',
  resolution: 'resolution',
  seed: 'seed',
  negativePrompt: 'negative prompt',
  motionMode: 'motion',
  style: 'style',
  cameraMovement: 'camera move',
  soundEffectSwitch: 'sound effect',
  soundEffectContent: 'sound in words',
  generateAudioSwitch: 'audio',
  generateMultiClipSwitch: 'several shots',
  thinkingType: 'prompt improved',
}
/** Longer lists are counted. */
const LISTED_VALUES = 4

/** The README with the catalogue's table in its place. */
export function placeModelTable(readme: string): string {
  return placePart(readme, MARKS, [makeModelTable(), '', ...exclusionLines()].join('\n'))
}

/** What each model takes, a row a mode or setting; where the page allows more than the maker, both are told. */
export function makeModelTable(models: readonly Model[] = MODELS): string {
  const modeRows = MODES.map((mode) => [
    MODE_WORDS[mode],
    ...models.map((model) => (model.modes.includes(mode) ? 'yes' : 'no')),
    '',
  ])
  const fieldRows = FIELDS.flatMap((field) => [
    [
      `${FIELD_WORDS[field]}, \`${field}\``,
      ...models.map((model) => bothRules((rules) => offeredWords(model, field, rules))),
      bothRules((rules) => modeWords(models, field, rules)),
    ],
    ...(field === 'duration' ? [fullHdRow(models)] : []),
  ])
  const head = ['', ...models.map(({ label }) => label), 'in which mode']
  const rows = [head, head.map(() => '--'), ...modeRows, ...fieldRows]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function fullHdRow(models: readonly Model[]): string[] {
  const cells = models.map((model) =>
    bothRules((rules) =>
      rules === 'strict' ? model.fullHdSeconds.join(', ') : offeredWords(model, 'duration', 'page'),
    ),
  )
  return [`seconds at ${RESOLUTIONS.at(-1)}`, ...cells, 'all']
}

/** What strict rules say, and in brackets what the page does where that is something else. */
function bothRules(tell: (rules: RuleSet) => string): string {
  const [strict, page] = [tell('strict'), tell('page')]
  return strict === page ? strict : `${strict} (page: ${page})`
}

function offeredWords(model: Model, field: Field, rules: RuleSet): string {
  if (fieldModes(model, field, rules).length === 0) return 'no'
  const values = fieldValues(model, field, rules)
  if (!values) return 'yes'
  return values.length > LISTED_VALUES ? `${values.length} kinds` : values.join(', ')
}

function modeWords(models: readonly Model[], field: Field, rules: RuleSet): string {
  const taking = models.filter((model) => model.fields[field])
  const modes = MODES.filter((mode) =>
    taking.some((model) => fieldModes(model, field, rules).includes(mode)),
  )
  if (taking.length === 0) return ''
  const isAll = MODES.every(
    (mode) => modes.includes(mode) || !taking.some((model) => model.modes.includes(mode)),
  )
  return isAll ? 'all' : modes.map((mode) => MODE_WORDS[mode]).join(', ')
}

/** What excludes what, in the words that a user reads. A rule whose sentence needs values has a row of its own. */
function exclusionLines(): string[] {
  return EXCLUSIONS.filter(({ values }) => !values).map(({ reason, rules }) => {
    const lifted = rules === 'strict' ? ' (the page does not say so)' : ''
    return `- ${sentence('en', 'fields', reason)}${lifted}`
  })
}
