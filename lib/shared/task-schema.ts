import * as z from 'zod/mini'
import type { FieldProblem } from './errors'
import { TASK_WAYS } from './family'
import { hasFields } from './has-fields'
import { DEFAULTS, type Mode, type RuleSet } from './models/catalogue'
import { checkBody, givenModes, type BodyParts } from './models/check-body'
import { paramsShape, type TaskParams } from './models/task-params'
import { readProblems } from './zod-problems'

const pictureSchema = z.strictObject({ imageId: z.string().check(z.minLength(1)) })
/** The maker's words [U]; the page names none. */
export const REFERENCE_TYPES = ['subject', 'background'] as const
export type ReferenceType = (typeof REFERENCE_TYPES)[number]
const referenceSchema = z.strictObject({
  imageId: z.string().check(z.minLength(1)),
  type: z.enum(REFERENCE_TYPES),
  refName: z.string(),
})

const parentSchema = z.strictObject({
  taskId: z.string().check(z.minLength(1), z.maxLength(64)),
  way: z.enum(TASK_WAYS),
})
export type TaskParent = z.infer<typeof parentSchema>

/** The body of `POST /api/tasks`: the page's own names, with picture ids in place of addresses. */
const bodyShape = {
  model: z.string(),
  prompt: z.string(),
  image: z.optional(pictureSchema),
  headtailImages: z.optional(z.strictObject({ head: pictureSchema, tail: pictureSchema })),
  characterImages: z.optional(z.array(referenceSchema).check(z.minLength(1))),
  /** The studio's own: what it was made from. The gateway hears nothing of it. */
  parent: z.optional(parentSchema),
}
const bodySchema = z.strictObject({ ...bodyShape, ...z.partial(z.object(paramsShape)).shape })
export type TaskBody = z.infer<typeof bodySchema>

export type PictureRole = 'image' | 'head' | 'tail' | 'reference'
export type TaskPicture = {
  role: PictureRole
  imageId: string
  type?: ReferenceType
  refName?: string
}

/** A task that the catalogue allows: one mode, its pictures, and settings with the defaults filled in. */
export type NewTask = {
  mode: Mode
  model: string
  prompt: string
  pictures: TaskPicture[]
  params: TaskParams
  /** Left out where it was not made from another. */
  parent?: TaskParent
}

/** Reads a body against the catalogue: a task, or every problem with the path of its field. */
export function readTask(
  input: unknown,
  rules: RuleSet,
): { ok: true; task: NewTask } | { ok: false; problems: FieldProblem[] } {
  const parsed = bodySchema.safeParse(input)
  // What has the wrong shape is named and then left out, so that the rules on the rest are still checked.
  const misshapen = parsed.success ? [] : readProblems(parsed.error.issues, input)
  const parts = parsed.success ? partsOf(parsed.data) : soundParts(input, misshapen)
  const problems = [...misshapen, ...checkBody(parts, rules)]
  if (problems.length > 0 || !parsed.success) return { ok: false, problems }
  const { model, prompt, parent } = parsed.data
  const [mode = 'image'] = parts.given
  const pictures = taskPictures(parsed.data)
  const task = { mode, model, prompt, params: parts.params, pictures }
  return { ok: true, task: parent ? { ...task, parent } : task }
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

const SHAPES = Object.entries(bodySchema.shape)
const NOTHING: ReadonlySet<string> = new Set()

function partsOf(body: Partial<TaskBody>): BodyParts {
  const { model, prompt, characterImages, ...others } = body
  const { image: _, headtailImages: _frames, parent: _parent, ...settings } = others
  return {
    model,
    prompt,
    params: { ...DEFAULTS, ...dropUndefined(settings) },
    given: givenModes(body),
    references: characterImages ?? [],
    broken: NOTHING,
  }
}

/** The fields of a misshapen body that are sound in themselves, and of the others what a rule can still judge. */
function soundParts(input: unknown, misshapen: readonly FieldProblem[]): BodyParts {
  const raw = typeof input === 'object' && input !== null && !Array.isArray(input) ? input : {}
  const sound: Partial<TaskBody> = {}
  for (const [name, schema] of SHAPES) {
    const value: unknown = Reflect.get(raw, name)
    if (value !== undefined && schema.safeParse(value).success) Reflect.set(sound, name, value)
  }
  return {
    ...partsOf(sound),
    given: givenModes(raw),
    references: namesIn(Reflect.get(raw, 'characterImages')),
    broken: new Set(misshapen.map(({ path }) => path.split('.')[0] ?? path)),
  }
}

function namesIn(references: unknown): { refName?: string }[] {
  if (!Array.isArray(references)) return []
  return references.map((one: unknown) => (hasFields(one, { refName: 'string' }) ? one : {}))
}

/** Takes the keys without a value off `value` itself; only where there are any, for an object that lost one is slow ever after. */
function dropUndefined<T extends object>(value: T): T {
  const empty = Object.keys(value).filter((key) => Reflect.get(value, key) === undefined)
  for (const key of empty) Reflect.deleteProperty(value, key)
  return value
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
