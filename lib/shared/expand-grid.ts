import * as z from 'zod/mini'
import type { FieldProblem } from './errors'
import { SEED_MAX } from './limits'
import type { RuleSet } from './models/catalogue'
import { paramsShape } from './models/task-params'
import { readTask, type TaskBody } from './task-schema'

/** What a place on an axis changes of the base. A field that is there and undefined is left out. */
export type Patch = Partial<TaskBody>
export type Axis = readonly Patch[]
export type LeftOut = { problem: FieldProblem; count: number }

export type Grid = {
  /** In the order of the axes, the last one turning fastest; each fits the catalogue. */
  bodies: TaskBody[]
  /** What the catalogue refuses, by the first rule that it breaks. */
  leftOut: LeftOut[]
  /** Combinations in all. */
  total: number
  /** So many that nobody wants them looked at: then there are no bodies. */
  isTooLarge: boolean
}

/** Combinations that are still looked at, ten times what a batch holds. */
export const GRID_MAX = 2_000

/** Every combination of the axes on one body, and which of them the catalogue takes. An axis without a place changes nothing. */
export function expandGrid(base: TaskBody, axes: readonly Axis[], rules: RuleSet): Grid {
  const used = axes.filter((axis) => axis.length > 0)
  const total = used.reduce((product, axis) => product * axis.length, 1)
  if (total > GRID_MAX) return { bodies: [], leftOut: [], total, isTooLarge: true }
  const bodies: TaskBody[] = []
  const leftOut = new Map<string, LeftOut>()
  for (const body of combine(base, used)) {
    const read = readTask(body, rules)
    const [problem] = read.ok ? [] : read.problems
    if (!problem) bodies.push(body)
    else count(leftOut, problem)
  }
  const byCount = [...leftOut.values()].toSorted((a, b) => b.count - a.count)
  return { bodies, leftOut: byCount, total, isTooLarge: false }
}

/** A place for each value of a setting; null leaves the setting out. */
export function fieldAxis(field: GridField, values: readonly GridValue[]): Axis {
  return values.map((value) => {
    const patch = patchSchema.parse({ [field]: value ?? undefined })
    // The text says what to play: without a sound it would only be refused.
    if (field === 'soundEffectSwitch' && !value) return { ...patch, soundEffectContent: undefined }
    if (field === 'soundEffectContent' && value) return { ...patch, soundEffectSwitch: true }
    return patch
  })
}

/** Sounds in words beside none at all: where there are words, the sound that is on is each of them. */
export function soundAxis(switches: Axis, contents: Axis): Axis {
  if (contents.length === 0) return switches
  return [...switches.filter((patch) => !patch.soundEffectSwitch), ...contents]
}

/** `count` seeds that have nothing to do with each other, the same each time for one `start`. */
export function ownSeeds(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => scatter(start + index))
}

/** `count` seeds upward from `start`; after the largest comes zero. */
export function countingSeeds(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (start + index) % (SEED_MAX + 1))
}

const patchSchema = z.partial(z.object({ ...paramsShape, model: z.string() }))
export type GridField = keyof z.infer<typeof patchSchema>
export type GridValue = string | number | boolean | null

function combine(base: TaskBody, axes: readonly Axis[]): TaskBody[] {
  return axes
    .reduce<TaskBody[]>(
      (bodies, axis) => bodies.flatMap((body) => axis.map((patch) => patched(body, patch))),
      [base],
    )
    .map(withoutGaps)
}

function patched(body: TaskBody, patch: Patch): TaskBody {
  const { model = body.model, prompt = body.prompt } = patch
  return { ...body, ...patch, model, prompt }
}

function withoutGaps(body: TaskBody): TaskBody {
  const copy = { ...body }
  for (const [name, value] of Object.entries(copy))
    if (value === undefined) Reflect.deleteProperty(copy, name)
  return copy
}

function count(leftOut: Map<string, LeftOut>, problem: FieldProblem): void {
  const name = JSON.stringify(problem)
  leftOut.set(name, { problem, count: (leftOut.get(name)?.count ?? 0) + 1 })
}

/** Neighbouring numbers far apart, from 0 to SEED_MAX (the mixing step of splitmix32). */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) & SEED_MAX
}
