import type { Locale } from '@/lib/shared/locale'
import {
  PICTURE,
  REF_NAME_PATTERN,
  REFERENCES_MAX,
  SEED_MAX,
  TEXT_MAX_CHARACTERS,
  TEXT_WARN_BYTES,
} from '@/lib/shared/limits'
import {
  DEFAULT_MODEL,
  DEFAULTS,
  FIELDS,
  fieldModes,
  fieldValues,
  LEFT_OUT,
  MODE_FIELDS,
  MODELS,
  MODES,
  type Field,
  type Model,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import { paramsShape } from '@/lib/shared/models/task-params'
import type { ModelField, ModelsOnWire } from '@/lib/shared/models-on-wire'
import type { PriceTable } from '@/lib/shared/pricing'
import { REFERENCE_TYPES } from '@/lib/shared/task-schema'
import { describeExclusions } from './describe-exclusions'

type Options = { rules: RuleSet; locale: Locale; prices: PriceTable }

/** The catalogue as `GET /api/models` serves it: what may be sent under these rules, and what it is likely to cost. */
export function describeModels({ rules, locale, prices }: Options): ModelsOnWire {
  const isStrict = rules === 'strict'
  const { minSide, maxSide, maxRatio } = PICTURE
  return {
    rules,
    defaultModel: DEFAULT_MODEL,
    defaults: DEFAULTS,
    modes: MODES.map((name) => ({ name, field: MODE_FIELDS[name] })),
    models: MODELS.map((model) => ({
      id: model.id,
      label: model.label,
      modes: [...model.modes],
      fields: FIELDS.flatMap((name) => describeField(model, name, rules)),
      exclusions: describeExclusions({ model, rules, locale }),
    })),
    limits: {
      prompt: { maxCharacters: TEXT_MAX_CHARACTERS, warnBytes: TEXT_WARN_BYTES },
      references: {
        max: isStrict ? REFERENCES_MAX : null,
        types: [...REFERENCE_TYPES],
        namePattern: isStrict ? REF_NAME_PATTERN.source : null,
      },
      pictures: { minSide, maxSide, maxRatio },
    },
    prices,
  }
}

/** One entry, or none where the model does not take the field. */
function describeField(model: Model, name: Field, rules: RuleSet): ModelField[] {
  const modes = fieldModes(model, name, rules)
  if (modes.length === 0) return []
  const defaults: Partial<Record<Field, string | number | boolean>> = { ...DEFAULTS, ...LEFT_OUT }
  const leftOut = defaults[name]
  return [
    {
      name,
      modes: [...modes],
      ...describeValues(model, name, rules),
      ...(leftOut === undefined ? {} : { default: leftOut }),
    },
  ]
}

function describeValues(
  model: Model,
  name: Field,
  rules: RuleSet,
): Pick<ModelField, 'kind' | 'values' | 'min' | 'max' | 'maxCharacters'> {
  const values = fieldValues(model, name, rules)
  if (values) return { kind: 'choice', values: [...values] }
  const { type } = paramsShape[name].def
  if (type === 'boolean') return { kind: 'switch' }
  if (type === 'string') return { kind: 'text', maxCharacters: TEXT_MAX_CHARACTERS }
  return { kind: 'integer', ...(rules === 'strict' ? { min: 0, max: SEED_MAX } : {}) }
}
