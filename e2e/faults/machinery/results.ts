import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { writeFormatted } from '../../bench/machinery/write-formatted'
import { INVARIANTS, type InvariantId } from './oracle/finding'

const isInvariant = (id: string): id is InvariantId => id in INVARIANTS
const findingSchema = z.object({
  id: z.string().refine(isInvariant),
  checked: z.number(),
  broken: z.number(),
})
const resultSchema = z.object({
  id: z.string(),
  title: z.string(),
  size: z.number(),
  seed: z.number(),
  date: z.iso.datetime(),
  machine: z.string(),
  seconds: z.number(),
  counts: z.record(z.string(), z.number()),
  invariants: z.array(findingSchema),
  /** A sentence for each thing that did not hold. */
  broken: z.array(z.string()),
})
const fileSchema = z.object({ tests: z.array(resultSchema) })
export type FaultResult = z.infer<typeof resultSchema>

/** None when there is no such file; throws when it is not a file of results. */
export function readResults(file: string): FaultResult[] {
  if (!existsSync(file)) return []
  return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).tests
}

/** New results in place of those of the same test, the others as they are, by number. */
export function mergeResults(before: FaultResult[], taken: FaultResult[]): FaultResult[] {
  const kept = before.filter(({ id }) => !taken.some((result) => result.id === id))
  return [...kept, ...taken].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

export async function writeResults(file: string, tests: FaultResult[]): Promise<void> {
  await writeFormatted(file, JSON.stringify({ tests }))
}
