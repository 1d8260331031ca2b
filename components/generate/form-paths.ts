import type { FieldPath } from 'react-hook-form'
import { FORM_FIELDS, type FormValues } from './form-values'

type FormPath = FieldPath<FormValues>

/** Whether something of that name is on the form: `tail`, `references.1.refName`. */
export function isFormPath(path: string): path is FormPath {
  const [first] = path.split('.')
  return FORM_FIELDS.some((field) => field === first)
}

/** The paths of all that is wrong, deep ones too: each is a mark on the form. */
export function errorPaths(errors: object, prefix = ''): string[] {
  return Object.entries(errors).flatMap(([name, error]: [string, unknown]): string[] => {
    if (typeof error !== 'object' || error === null || name === 'ref') return []
    const path = name === 'root' ? prefix.slice(0, -1) : `${prefix}${name}`
    if ('message' in error && typeof error.message === 'string') return [path]
    return errorPaths(error, `${path}.`)
  })
}
