import {
  countingSeeds,
  fieldAxis,
  ownSeeds,
  type Axis,
  type GridValue,
} from '@/lib/shared/expand-grid'
import type { FieldOffer, VariedField } from '@/lib/shared/grid-fields'
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
}

export const NO_CHOICES: Choices = {
  variations: 1,
  isCounting: false,
  prompts: '',
  pictures: [],
  fields: {},
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
  }
}

function isPicture(value: unknown): value is Choices['pictures'][number] {
  return hasFields(value, { id: 'string', url: 'string', isChosen: 'boolean' })
}

function readFields(kept: object): Choices['fields'] {
  const entries = Object.entries(kept).filter(([, values]) => Array.isArray(values))
  return Object.fromEntries(entries)
}

type Situation = { base: TaskBody; offers: readonly FieldOffer[]; seedStart: number }

/** The axes of the grid: pictures, prompts, settings, and last the seeds. */
export function axesOf(choices: Choices, { base, offers, seedStart }: Situation): Axis[] {
  const prompts = promptsOf(choices, base)
  return [
    base.headtailImages || base.characterImages ? [] : pictureAxis(choices, base),
    prompts.map((prompt) => ({ prompt })),
    ...offers.map((offer) => settingAxis(chosenOf(choices, offer), offer)),
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
  const lines = [base.prompt, ...prompts.split('\n')].map((line) => line.trim())
  const written = [...new Set(lines.filter(Boolean))]
  // Untouched where there is nothing to combine: its own spaces and lines are the form's business.
  return written.length === 1 && written[0] === base.prompt.trim() ? [base.prompt] : written
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
