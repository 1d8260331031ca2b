import { expect, it } from 'vitest'
import { problemOf } from './field-problem'

it.each([
  { path: 'prompt', code: 'required' },
  { path: 'prompt', code: 'too_long', values: { max: 2048, model: 'v5' } },
])('a problem is read back: %j', (problem) => {
  expect(problemOf(JSON.stringify(problem))).toEqual(problem)
})

it.each([
  ['nothing', undefined],
  ['a sentence', 'Choose a picture first.'],
  ['an unknown code', '{"path":"prompt","code":"strange"}'],
  ['no path', '{"code":"required"}'],
  ['values that are no values', '{"path":"prompt","code":"too_long","values":{"max":[]}}'],
])('%s is no problem', (_, message) => {
  expect(problemOf(message)).toBeNull()
})
