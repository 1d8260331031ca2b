import {
  countingSeeds,
  fieldAxis,
  ownSeeds,
  soundAxis,
  type Axis,
  type GridValue,
} from '@/lib/shared/expand-grid'
import {
  VARIED_TEXTS,
  type FieldOffer,
  type VariedField,
  type VariedText,
} from '@/lib/shared/grid-fields'
import { hasFields } from '@/lib/shared/has-fields'
import { BATCH } from '@/lib/shared/limits'
import type { TaskBody } from '@/lib/shared/task-schema'

export type GridPicture = { id: string; url: string }

/** What is chosen in the dialog. */
export type Choices = {
  variations: number
  /** Counting up from the form's seed, where it has one. */
  isCounting: boolean
  /** As written, one a line. */
  prompts: string
  /** Beside the form's own. */
  pictures: readonly (GridPicture & { isChosen: boolean })[]
  fields: Partial<Record<VariedField, readonly GridValue[]>>
  /** As written, one a line. */
  texts: Partial<Record<VariedText, string>>
}

export const NO_CHOICES: Choices = {
  variations: 1,
  isCounting: false,
  prompts: '',
  pictures: [],
  fields: {},
  texts: {},
}

/** What an older page has kept, or nothing chosen. */
export function readChoices(kept: unknown): Choices {
  const shape = { variations: 'number', isCounting: 'boolean', prompts: 'string' } as const
  if (!hasFields(kept, shape) || !('pictures' in kept) || !('fields' in kept)) return NO_CHOICES
  const { variations, isCounting, prompts, pictures, fields } = kept
  return {
    variations,
    isCounting,
    prompts,
    pictures: Array.isArray(pictures) ? pictures.filter(isPicture) : [],
    fields: typeof fields === 'object' && fields !== null ? readFields(fields) : {},
    texts: 'texts' in kept ? readTexts(kept.texts) : {},
  }
}

function isPicture(value: unknown): value is Choices['pictures'][number] {
  return hasFields(value, { id: 'string', url: 'string', isChosen: 'boolean' })
}

function readFields(kept: object): Choices['fields'] {
  const entries = Object.entries(kept).filter(([, values]) => Array.isArray(values))
  return Object.fromEntries(entries)
}

function readTexts(kept: unknown): Choices['texts'] {
  const entries = VARIED_TEXTS.flatMap((field) =>
    hasFields(kept, { [field]: 'string' }) ? [[field, kept[field]]] : [],
  )
  return Object.fromEntries(entries)
}

type Situation = {
  base: TaskBody
  offers: readonly FieldOffer[]
  texts: readonly VariedText[]
  seedStart: number
}

/** The axes of the grid: pictures, prompts, settings, and last the seeds. */
export function axesOf(choices: Choices, situation: Situation): Axis[] {
  const { base, offers, texts, seedStart } = situation
  const prompts = promptsOf(choices, base)
  const textAxis = (field: VariedText) =>
    texts.includes(field) ? fieldAxis(field, textsOf(choices, base, field)) : []
  const sounds = textAxis('soundEffectContent')
  const settings = offers.map((offer) => {
    const axis = settingAxis(chosenOf(choices, offer), offer)
    return offer.field === 'soundEffectSwitch' ? soundAxis(axis, sounds) : axis
  })
  return [
    base.headtailImages || base.characterImages ? [] : pictureAxis(choices, base),
    prompts.map((prompt) => ({ prompt })),
    textAxis('negativePrompt'),
    ...settings,
    seedAxis(choices, base, seedStart),
  ]
}

/** Of what is offered; the form's own value where nothing else is chosen. */
export function chosenOf(choices: Choices, { field, values, current }: FieldOffer): GridValue[] {
  const chosen = values.filter((value) => choices.fields[field]?.includes(value))
  return chosen.length > 0 ? chosen : [current]
}

function settingAxis(chosen: GridValue[], { field, current }: FieldOffer): Axis {
  const isAsItWas = chosen.length === 1 && chosen[0] === current
  return isAsItWas ? [] : fieldAxis(field, chosen)
}

function pictureAxis(choices: Choices, base: TaskBody): Axis {
  const more = choices.pictures.filter(({ isChosen }) => isChosen).map(({ id }) => id)
  const ids = new Set([...(base.image ? [base.image.imageId] : []), ...more])
  return [...ids].map((imageId) => ({ image: { imageId } }))
}

/** The form's own first; nothing twice. */
export function promptsOf({ prompts }: Choices, base: TaskBody): string[] {
  const written = linesOf(base.prompt, prompts)
  // Untouched where there is nothing to combine: its own spaces and lines are the form's business.
  return written.length === 1 && written[0] === base.prompt.trim() ? [base.prompt] : written
}

/** The form's own first; none where nothing else is written. */
export function textsOf({ texts }: Choices, base: TaskBody, field: VariedText): string[] {
  const own = base[field] ?? ''
  const written = linesOf(own, texts[field] ?? '')
  return written.length === 1 && written[0] === own.trim() ? [] : written
}

function linesOf(own: string, more: string): string[] {
  const lines = [own, ...more.split('\n')].map((line) => line.trim())
  return [...new Set(lines.filter(Boolean))]
}

function seedAxis({ variations, isCounting }: Choices, base: TaskBody, seedStart: number): Axis {
  const count = Math.min(Math.max(1, Math.trunc(variations) || 1), BATCH.maxTasks)
  if (count === 1) return []
  const seeds =
    isCounting && base.seed !== undefined
      ? countingSeeds(base.seed, count)
      : ownSeeds(seedStart, count)
  return seeds.map((seed) => ({ seed }))
}
