import type { Mode, RuleSet } from '@/lib/shared/models/catalogue'
import type { Remedy } from '@/lib/shared/models/exclusions'
import { settingsOf, type FormSettings, type FormValues } from './form-values'
import { newReference } from './reference-names'
import { settingsVerdict } from './settings-verdict'

/** What becomes of the form when something is chosen; each returns only what changes. */
type Changes = Partial<FormValues>

/** What the form holds for a setting that is left out. */
const LEFT_OUT = { motionMode: 'normal', thinkingType: 'auto' } as const

/**
 * A choice, with what has to change beside it. The choice holds: what it would bring back to exclude it again is let go of, as
 * it was not on the screen when it was made.
 */
export function withChoice(
  settings: FormSettings,
  choices: readonly Remedy[],
  rules: RuleSet,
): Changes {
  const changes = changesOf(choices)
  const next: FormSettings = { ...settings, ...changes }
  const { params, setAside } = settingsVerdict(next, rules)
  const holds = choices.every(({ field, value }) => (params[field] ?? null) === sent(field, value))
  if (holds) return changes
  const stood = settingsVerdict(settings, rules).params
  const letGo = setAside.map(({ field }) => ({ field, value: stood[field] ?? null }))
  return { ...changesOf(letGo), ...changes }
}

function changesOf(choices: readonly Remedy[]): Changes {
  const changes: Changes = {}
  for (const { field, value } of choices) {
    Object.assign(changes, { [field]: value ?? leftOut(field) })
  }
  return changes
}

function leftOut(field: Remedy['field']): string | boolean {
  if (field === 'motionMode' || field === 'thinkingType') return LEFT_OUT[field]
  return field.endsWith('Switch') ? false : ''
}

/** The page's own defaults are not sent (see `settings-verdict.ts`). */
function sent(field: Remedy['field'], value: Remedy['value']): Remedy['value'] {
  const isDefault =
    value === '' ||
    (field === 'motionMode' && value === LEFT_OUT.motionMode) ||
    (field === 'thinkingType' && value === LEFT_OUT.thinkingType) ||
    (field === 'soundEffectSwitch' && value === false)
  return isDefault ? null : value
}

/** Another model or mode. The pictures go along into places that are still empty. */
export function withPlace(
  values: FormValues,
  place: { mode?: Mode; model?: string },
  rules: RuleSet,
): Changes {
  const next: FormValues = { ...values, ...place }
  const { mode } = settingsVerdict(settingsOf(next), rules)
  return { ...place, ...PICTURES_TO[mode](values) }
}

const PICTURES_TO: Record<Mode, (values: FormValues) => Changes> = {
  image: ({ image, head, references }) =>
    image ? {} : { image: head ?? references[0]?.picture ?? null },
  frames: ({ head, tail, image, references }) =>
    head || tail ? {} : { head: image ?? references[0]?.picture ?? null },
  reference: ({ references, image, head }) => {
    const picture = image ?? head
    return references.length > 0 || !picture ? {} : { references: [newReference(picture, [])] }
  },
}
