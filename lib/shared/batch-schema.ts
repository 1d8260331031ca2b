import * as z from 'zod/mini'
import type { FieldProblem } from './errors'
import { BATCH, countCharacters } from './limits'
import type { RuleSet } from './models/catalogue'
import { checkText } from './models/check-task'
import { readTask, type NewTask } from './task-schema'
import { readProblems } from './zod-problems'

/** The body of `POST /api/batches`; what a task is, `readTask` says. */
const bodySchema = z.strictObject({
  tasks: z.array(z.unknown()).check(z.minLength(1)),
  name: z.optional(z.string()),
})

export type NewBatch = { name: string | null; tasks: NewTask[] }

/** Reads a batch: its tasks, or everything that is wrong with any of them, at paths such as `tasks.3.duration`. */
export function readBatch(
  input: unknown,
  rules: RuleSet,
): { ok: true; batch: NewBatch } | { ok: false; problems: FieldProblem[] } {
  const parsed = bodySchema.safeParse(input)
  const told = parsed.success ? [] : readProblems(parsed.error.issues, input)
  const bodies = fieldOf(input, 'tasks', Array.isArray) ?? []
  if (bodies.length > BATCH.maxTasks) {
    const tooMany = { path: 'tasks', code: 'too_many', values: { max: BATCH.maxTasks } } as const
    return { ok: false, problems: [...told, tooMany] }
  }
  const reads = bodies.map((body) => readTask(body, rules))
  const tasks = reads.flatMap((read) => (read.ok ? [read.task] : []))
  const name = fieldOf(input, 'name', isText)?.trim() || null
  const problems = [
    ...told,
    ...checkName(name ?? ''),
    ...reads.flatMap((read, index) => (read.ok ? [] : read.problems.map(ofTask(index)))),
    ...checkPictures(reads.map((read) => (read.ok ? read.task.pictures.length : 0))),
  ]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, batch: { name, tasks } }
}

/** Read by itself, so that all is told at once whatever else is wrong. */
function fieldOf<T>(input: unknown, name: string, is: (value: unknown) => value is T): T | null {
  if (typeof input !== 'object' || input === null) return null
  const value: unknown = Reflect.get(input, name)
  return is(value) ? value : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

const ofTask = (index: number) => (problem: FieldProblem) => ({
  ...problem,
  path: problem.path === 'body' ? `tasks.${index}` : `tasks.${index}.${problem.path}`,
})

function checkName(name: string): FieldProblem[] {
  const count = countCharacters(name)
  const max = BATCH.nameMaxCharacters
  if (count > max) return [{ path: 'name', code: 'too_long', values: { count, max } }]
  return checkText('name', name)
}

/** The page sets no number of references, a transaction does: said at the task that goes beyond it. */
function checkPictures(counts: readonly number[]): FieldProblem[] {
  let sum = 0
  const beyond = counts.findIndex((count) => (sum += count) > BATCH.maxPictures)
  if (beyond === -1) return []
  const path = `tasks.${beyond}.characterImages`
  return [{ path, code: 'too_many', values: { max: BATCH.maxPictures } }]
}
