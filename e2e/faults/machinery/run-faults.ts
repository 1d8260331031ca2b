import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FaultOutcome, FaultTest } from './fault-test'
import { mergeResults, readResults, writeResults, type FaultResult } from './results'
import { randomOf } from './seeded'
import { replayCommand, type Selection } from './selection'
import { writeTables } from './table'
import { printedInvariant, printedResult, sumInvariants } from './words'

export type FaultRunOptions = {
  selection: Selection
  /** Below it each test gets a folder of its own. */
  folder: string
  resultsFile: string
  document: string
  print: (line: string) => void
  surroundings: () => Pick<FaultResult, 'date' | 'machine'>
  /** Aborted when it is to end; nothing is written then. */
  stopping: AbortSignal
}

/**
 * Runs the selected tests one after the other and prints what they found. Results and tables are written when everything
 * asked for ran in its usual or full size. Answers the exit code: 1 when anything did not hold.
 */
export async function runFaults(options: FaultRunOptions): Promise<0 | 1> {
  const { selection, print, stopping } = options
  print(`Seed ${selection.seed} (mulberry32), ${selection.size} run`)
  const results: FaultResult[] = []
  for (const test of selection.tests) {
    if (stopping.aborted) return 1
    results.push(await runTest(test, options))
    if (stopping.aborted) return 1 // its programs were stopped under it
  }
  const sums = sumInvariants(results)
  if (results.length > 1 && sums.length > 0) print('\nOver all tests:')
  if (results.length > 1) for (const sum of sums) print(`    ${printedInvariant(sum)}`)
  if (selection.size !== 'short' && selection.sizeOverride === null) await keep(results, options)
  if (selection.report) writeReport(selection.report, results)
  return results.every(({ broken }) => broken.length === 0) ? 0 : 1
}

async function runTest(test: FaultTest, options: FaultRunOptions): Promise<FaultResult> {
  const { selection, print, surroundings } = options
  const folder = path.resolve(options.folder, `${test.id}-${selection.seed}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { seed } = selection
  const size = selection.sizeOverride ?? test.sizes[selection.size] ?? test.sizes.usual
  const startedAt = performance.now()
  const outcome = await outcomeOf(test, {
    size,
    random: randomOf(seed, test.id),
    folder,
    plan: (steps) => writeFileSync(path.join(folder, 'plan.json'), JSON.stringify(steps, null, 2)),
    say: (line) => print(`    ${test.id} … ${line}`),
  })
  const { counts, broken, invariants = [] } = outcome
  const seconds = (performance.now() - startedAt) / 1000
  const result: FaultResult = {
    id: test.id,
    title: test.title,
    size,
    seed,
    ...surroundings(),
    seconds: Math.round(seconds * 10) / 10,
    counts,
    invariants: invariants.map((each) => ({ ...each, broken: each.broken.length })),
    broken,
  }
  if (options.stopping.aborted) return result
  for (const line of printedResult(result)) print(line)
  if (broken.length > 0) tellOfFailure({ test, folder, broken }, options)
  else if (selection.keep) print(`    ${test.id} kept in ${folder}`)
  else rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  return result
}

/** A test that throws could not be taken to its end, which is as bad as one that did not hold. */
async function outcomeOf(
  test: FaultTest,
  context: Parameters<FaultTest['run']>[0],
): Promise<FaultOutcome> {
  try {
    return await test.run(context)
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { counts: {}, broken: [`broke off: ${said}`] }
  }
}

const SHOWN = 20

function tellOfFailure(
  { test, folder, broken }: { test: FaultTest; folder: string; broken: string[] },
  { selection, print }: FaultRunOptions,
): void {
  const again = replayCommand(test, selection)
  writeFileSync(path.join(folder, 'broken.txt'), [...broken, '', again, ''].join('\n'))
  for (const line of broken.slice(0, SHOWN)) print(`    ${test.id} ✗ ${line}`)
  if (broken.length > SHOWN) print(`    … and ${broken.length - SHOWN} more`)
  print(`    ${test.id} kept in ${folder}`)
  print(`    ${test.id} again: ${again}`)
}

async function keep(results: FaultResult[], options: FaultRunOptions): Promise<void> {
  const all = mergeResults(readResults(options.resultsFile), results)
  await writeResults(options.resultsFile, all)
  await writeTables(options.document, all)
}

/** For `npm test`, which counts them. */
function writeReport(file: string, results: FaultResult[]): void {
  const failed = results.filter(({ broken }) => broken.length > 0).length
  writeFileSync(file, JSON.stringify({ passed: results.length - failed, failed }))
}
