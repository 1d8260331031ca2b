import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Figure, Outcome } from './figure'
import { writeFormatted } from './write-formatted'

const lineSchema = z.object({
  key: z.string(),
  what: z.string(),
  unit: z.string(),
  bar: z.number(),
  aim: z.number(),
  direction: z.enum(['at-most', 'at-least']),
  /** One number a round; none when it was not measured. */
  ours: z.array(z.number()),
  peer: z.array(z.number()).nullable(),
})
const figureSchema = z.object({
  id: z.string(),
  title: z.string(),
  peer: z.string().nullable(),
  date: z.iso.datetime(),
  node: z.string(),
  cpus: z.number(),
  /** Why it was not measured. */
  reason: z.string().nullable(),
  lines: z.array(lineSchema),
})
const fileSchema = z.object({ figures: z.array(figureSchema) })

export type LineResult = z.infer<typeof lineSchema>
export type FigureResult = z.infer<typeof figureSchema>
export type Surroundings = Pick<FigureResult, 'date' | 'node' | 'cpus'>

/** Digits that a sample keeps: far more than it is good for. */
const DIGITS = 6

/** Throws when a line of the figure was measured without a sample: it would count as not measured. */
export function toResult(figure: Figure, outcome: Outcome, now: Surroundings): FigureResult {
  const { id, title, peer } = figure
  const isMeasured = outcome.kind === 'measured'
  const lines = figure.lines.map((line) => {
    if (!isMeasured) return { ...line, ours: [], peer: null }
    const samples = outcome.samples[line.key]
    if (!samples || samples.ours.length === 0) throw new Error(`${id} ${line.key} has no samples`)
    return { ...line, ours: samples.ours.map(round), peer: samples.peer?.map(round) ?? null }
  })
  return { id, title, peer, ...now, reason: isMeasured ? null : outcome.reason, lines }
}

/** New results in place of those of the same figure, the others as they are, by letter and number. */
export function mergeResults(before: FigureResult[], taken: FigureResult[]): FigureResult[] {
  const kept = before.filter(({ id }) => !taken.some((result) => result.id === id))
  return [...kept, ...taken].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

/** None when there is no such file; throws when it is not a file of results. */
export function readResults(file: string): FigureResult[] {
  if (!existsSync(file)) return []
  return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).figures
}

export async function writeResults(file: string, figures: FigureResult[]): Promise<void> {
  await writeFormatted(file, JSON.stringify({ figures }))
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
