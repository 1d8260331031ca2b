import { FIELD_CODES, type FieldProblem, type MessageValues } from './errors'
import { hasFields } from './has-fields'

/** The problem that `taskSchema` put into an issue's message; null for any other text. */
export function problemOf(message: string | undefined): FieldProblem | null {
  if (!message?.startsWith('{')) return null
  const told: unknown = JSON.parse(message)
  if (!hasFields(told, { path: 'string', code: 'string' })) return null
  const code = FIELD_CODES.find((known) => known === told.code)
  const values = 'values' in told ? told.values : undefined
  if (!code || !areValues(values)) return null
  return { path: told.path, code, values }
}

function areValues(value: unknown): value is MessageValues | undefined {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number')
}
