import { DEFAULTS, FIELDS, fieldModes, fieldValues, MODELS } from '@/lib/shared/models/catalogue'
import { env } from '../env'

/** The catalogue as `GET /api/models` serves it: for each model its modes and, for each field it takes, modes and values. */
export function describeModels() {
  const { rules } = env().gateway
  const models = MODELS.map((model) => ({
    id: model.id,
    modes: model.modes,
    fields: FIELDS.flatMap((name) => {
      const modes = fieldModes(model, name, rules)
      if (modes.length === 0) return []
      const values = fieldValues(model, name, rules)
      return [{ name, modes, ...(values ? { values } : {}) }]
    }),
  }))
  return { rules, defaults: DEFAULTS, models }
}
