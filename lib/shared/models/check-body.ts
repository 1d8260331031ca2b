import type { FieldProblem } from '@/lib/shared/errors'
import { findModel, MODE_FIELDS, MODES, type Mode, type Model, type RuleSet } from './catalogue'
import { checkReferences } from './check-references'
import { checkParams, checkText } from './check-task'
import type { TaskParams } from './task-params'

/** What of a body can be judged. A part that is missing or of the wrong type is named in `broken`, by its field. */
export type BodyParts = {
  model?: string
  prompt?: string
  params: TaskParams
  /** The modes whose pictures are given, whole or not, in the catalogue's order. */
  given: readonly Mode[]
  references: readonly { refName?: string }[]
  broken: ReadonlySet<string>
}

/** Every rule that these parts break. A part that is broken breaks none, and no rule is broken for the lack of it. */
export function checkBody(parts: BodyParts, rules: RuleSet): FieldProblem[] {
  const { params, broken, prompt, references } = parts
  const model = findModel(parts.model ?? '')
  const mode = parts.given[0] ?? 'image'
  return [
    ...checkPictures(parts),
    ...(broken.has('prompt') ? [] : checkPrompt(prompt)),
    ...(broken.has('model') ? [] : checkModel(parts.model, model, mode)),
    ...checkParams({ model, mode, params, rules, broken }),
    ...(mode === 'reference' ? checkReferences({ references, prompt, rules }) : []),
  ]
}

/** The modes whose pictures a body gives, as far as they can be recognised. */
export function givenModes(body: object): Mode[] {
  return MODES.filter((mode) => {
    const value: unknown = Reflect.get(body, MODE_FIELDS[mode])
    return typeof value === 'object' && value !== null
  })
}

function checkPictures({ given, broken }: BodyParts): FieldProblem[] {
  const isBroken = MODES.some((mode) => broken.has(MODE_FIELDS[mode]))
  if (given.length === 0 && !isBroken) return [{ path: 'image', code: 'required' }]
  return given.slice(1).map((mode) => ({ path: MODE_FIELDS[mode], code: 'one_mode_only' }))
}

function checkPrompt(prompt: string | undefined): FieldProblem[] {
  // Invisible characters alone say nothing.
  if (!prompt?.replace(/[\s\p{Cc}\p{Cf}]/gu, '')) return [{ path: 'prompt', code: 'required' }]
  return checkText('prompt', prompt)
}

function checkModel(id: string | undefined, model: Model | undefined, mode: Mode): FieldProblem[] {
  if (!model) return [{ path: 'model', code: id ? 'unknown_model' : 'required' }]
  if (model.modes.includes(mode)) return []
  return [{ path: MODE_FIELDS[mode], code: 'mode_not_in_model', values: { model: model.label } }]
}
