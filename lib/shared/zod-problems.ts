import type { FieldCode, FieldProblem } from './errors'

type Issue = {
  code?: string
  path: PropertyKey[]
  message?: string
  keys?: readonly string[]
  values?: readonly unknown[]
}

/** zod's issues as field problems: a path and a code of ours, never zod's English. */
export function readProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => problem([...path, key], 'unknown_field'))
    }
    if (valueAt(input, issue.path) === undefined) return [problem(path, 'required')]
    if (issue.code === 'too_small') return [problem(path, 'required')]
    if (issue.code === 'invalid_value') {
      const values = { model: path.at(-1) ?? '', offered: (issue.values ?? []).join(', ') }
      return [problem(path, 'value_not_offered', values)]
    }
    return [problem(path, 'wrong_type')]
  })
}

function problem(path: string[], code: FieldCode, values?: FieldProblem['values']): FieldProblem {
  return { path: path.join('.') || 'body', code, values }
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  )
}
