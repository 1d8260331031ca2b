import { AppError, type FieldProblem } from '@/lib/shared/errors'
import { countCharacters } from '@/lib/shared/limits'
import { checkText } from '@/lib/shared/models/check-task'
import { TEMPLATE_NAME_MAX_CHARACTERS, type TemplateBody } from '@/lib/shared/prompts'
import type { TemplateText } from './prompt-store'

/** A body as it is stored; names lose what nobody sees. Throws AppError `invalid` with every field that does not fit. */
export function readTemplate(body: TemplateBody): TemplateText {
  const name = body.name.replace(/\s+/g, ' ').trim()
  const { prompt } = body
  const negativePrompt = body.negativePrompt?.trim() ? body.negativePrompt : null
  const problems = [
    ...checkName(name),
    ...(prompt.trim() ? checkText('prompt', prompt) : [required('prompt')]),
    ...checkText('negativePrompt', negativePrompt ?? ''),
  ]
  if (problems.length > 0) throw new AppError('invalid', 'template', { fields: problems })
  return { name, prompt, negativePrompt }
}

function checkName(name: string): FieldProblem[] {
  if (name === '') return [required('name')]
  const unkept = checkText('name', name).filter(({ code }) => code === 'bad_character')
  if (unkept.length > 0) return unkept
  const count = countCharacters(name)
  if (count <= TEMPLATE_NAME_MAX_CHARACTERS) return []
  const values = { count, max: TEMPLATE_NAME_MAX_CHARACTERS }
  return [{ path: 'name', code: 'too_long', values }]
}

/** For the store's answer that somebody, or the same person in another tab, was first. */
export function nameTaken(): AppError {
  return new AppError('invalid', 'name taken', { fields: [{ path: 'name', code: 'name_taken' }] })
}

function required(path: string): FieldProblem {
  return { path, code: 'required' }
}
