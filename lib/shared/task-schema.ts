import * as z from 'zod/mini'
import type { FieldProblem } from './errors'
import { DEFAULTS, findModel, type Mode, type Model, type RuleSet } from './models/catalogue'
import { checkReferences } from './models/check-references'
import { checkParams, checkText } from './models/check-task'
import { paramsShape, type TaskParams } from './models/task-params'
import { readProblems } from './zod-problems'

const pictureSchema = z.strictObject({ imageId: z.string().check(z.minLength(1)) })
const referenceSchema = z.strictObject({
  imageId: z.string().check(z.minLength(1)),
  type: z.enum(['subject', 'background']),
  refName: z.string(),
})

/** The body of `POST /api/tasks`: the page's own names, with picture ids in place of addresses. */
const bodyShape = {
  model: z.string(),
  prompt: z.string(),
  image: z.optional(pictureSchema),
  headtailImages: z.optional(z.strictObject({ head: pictureSchema, tail: pictureSchema })),
  characterImages: z.optional(z.array(referenceSchema).check(z.minLength(1))),
}
const bodySchema = z.strictObject({ ...bodyShape, ...z.partial(z.object(paramsShape)).shape })
export type TaskBody = z.infer<typeof bodySchema>

export type PictureRole = 'image' | 'head' | 'tail' | 'reference'
export type TaskPicture = {
  role: PictureRole
  imageId: string
  type?: 'subject' | 'background'
  refName?: string
}

/** A task that the catalogue allows: one mode, its pictures, and settings with the defaults filled in. */
export type NewTask = {
  mode: Mode
  model: string
  prompt: string
  pictures: TaskPicture[]
  params: TaskParams
}

const MODE_FIELDS = {
  image: 'image',
  frames: 'headtailImages',
  reference: 'characterImages',
} as const

/** Reads a body against the catalogue: a task, or every problem with the path of its field. */
export function readTask(
  input: unknown,
  rules: RuleSet,
): { ok: true; task: NewTask } | { ok: false; problems: FieldProblem[] } {
  const parsed = bodySchema.safeParse(input)
  // A field of the wrong type is named and then left out, so that the rules on the others are still checked.
  const shapeProblems = parsed.success ? [] : readProblems(parsed.error.issues, input)
  const body = parsed.success ? parsed.data : soundFields(input)
  const told = new Set(shapeProblems.map((problem) => problem.path.split('.')[0]))
  const isPictureTold = Object.values(MODE_FIELDS).some((field) => told.has(field))
  const ruleProblems = checkBody(body, rules).filter(
    ({ path, code }) =>
      !told.has(path.split('.')[0]) &&
      // Frames or references that do not fit are given all the same: another picture is not what is missing.
      !(isPictureTold && path === 'image' && code === 'required'),
  )
  const problems = [...shapeProblems, ...ruleProblems]
  if (problems.length > 0 || !parsed.success) return { ok: false, problems }
  const { mode, params } = splitBody(parsed.data)
  const { model, prompt } = parsed.data
  return { ok: true, task: { mode, model, prompt, params, pictures: taskPictures(parsed.data) } }
}

/** The same reading as a schema, for the form's resolver: a problem travels in the issue's message (see `problemOf`). */
export function taskSchema(rules: RuleSet) {
  return z.pipe(
    z.unknown(),
    z.transform((input: unknown, context): NewTask => {
      const read = readTask(input, rules)
      if (read.ok) return read.task
      for (const problem of read.problems) {
        const path = problem.path.split('.')
        context.issues.push({ code: 'custom', input, path, message: JSON.stringify(problem) })
      }
      return z.NEVER
    }),
  )
}

function soundFields(input: unknown): Partial<TaskBody> {
  const sound: Record<string, unknown> = {}
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return sound
  for (const [key, value] of Object.entries(input)) {
    const schema = Object.entries(bodySchema.shape).find(([name]) => name === key)?.[1]
    if (schema?.safeParse(value).success) sound[key] = value
  }
  return sound
}

function checkBody(body: Partial<TaskBody>, rules: RuleSet): FieldProblem[] {
  const { mode, params } = splitBody(body)
  const filled = Object.values(MODE_FIELDS).filter((field) => body[field] !== undefined)
  const problems: FieldProblem[] = []
  if (filled.length === 0) problems.push({ path: 'image', code: 'required' })
  for (const field of filled.slice(1)) problems.push({ path: field, code: 'one_mode_only' })
  problems.push(...checkPrompt(body.prompt))
  const model = findModel(body.model ?? '')
  if (!model)
    return [...problems, { path: 'model', code: body.model ? 'unknown_model' : 'required' }]
  return [
    ...problems,
    ...checkMode(model, mode),
    ...checkParams({ model, mode, params, rules }),
  ].concat(
    checkReferences({ references: body.characterImages ?? [], prompt: body.prompt ?? '', rules }),
  )
}

function checkPrompt(prompt: string | undefined): FieldProblem[] {
  // Invisible characters alone say nothing.
  if (!prompt?.replace(/[\s\p{Cc}\p{Cf}]/gu, '')) return [{ path: 'prompt', code: 'required' }]
  return checkText('prompt', prompt)
}

function checkMode(model: Model, mode: Mode): FieldProblem[] {
  if (model.modes.includes(mode)) return []
  return [{ path: MODE_FIELDS[mode], code: 'mode_not_in_model', values: { model: model.label } }]
}

function splitBody(body: Partial<TaskBody>): { mode: Mode; params: TaskParams } {
  const { model: _model, prompt: _prompt, image, headtailImages, characterImages, ...rest } = body
  const mode = image ? 'image' : headtailImages ? 'frames' : characterImages ? 'reference' : 'image'
  return { mode, params: { ...DEFAULTS, ...dropUndefined(rest) } }
}

function dropUndefined<T extends object>(value: T): T {
  const copy = { ...value }
  for (const key of Object.keys(copy))
    if (Reflect.get(copy, key) === undefined) Reflect.deleteProperty(copy, key)
  return copy
}

function taskPictures(body: TaskBody): TaskPicture[] {
  if (body.image) return [{ role: 'image', imageId: body.image.imageId }]
  const frames = body.headtailImages
  if (frames) {
    return [
      { role: 'head', imageId: frames.head.imageId },
      { role: 'tail', imageId: frames.tail.imageId },
    ]
  }
  return (body.characterImages ?? []).map((reference) => ({ role: 'reference', ...reference }))
}
