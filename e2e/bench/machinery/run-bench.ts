import type { Figure } from './figure'
import { mergeResults, readResults, toResult, writeResults } from './results'
import type { FigureResult, Surroundings } from './results'
import { Scope } from './scope'
import { writeTable } from './table'
import { judge } from './verdict'
import { printedLine } from './words'

/** A mistake of whoever started it; its message is for them. */
export class SelectionError extends Error {}

export type BenchOptions = {
  figures: readonly Figure[]
  /** Ids of figures as they were typed; none for all. */
  selection: readonly string[]
  resultsFile: string
  document: string
  print: (line: string) => void
  surroundings: () => Surroundings
  /** Aborted when it is to end; what has been measured stays. */
  stopping: AbortSignal
}

/**
 * Measures the selected figures, prints a line for each number, and keeps results and table after every figure, those of the
 * others with their own dates. Answers the exit code: 1 when a bar was missed or a figure could not be taken to its end.
 */
export async function runBench(options: BenchOptions): Promise<0 | 1> {
  const { resultsFile, document, print, stopping } = options
  let results = readResults(resultsFile)
  let exitCode: 0 | 1 = 0
  for (const figure of select(options.figures, options.selection)) {
    if (stopping.aborted) break
    try {
      const result = await takeFigure(figure, options.surroundings)
      for (const line of result.lines) print(printedLine(result, line))
      if (misses(result)) exitCode = 1
      results = mergeResults(results, [result])
      await writeResults(resultsFile, results)
      await writeTable(document, results)
    } catch (error) {
      exitCode = 1
      if (stopping.aborted) break // its programs were stopped under it
      print(`${figure.id.padEnd(4)}${figure.title} · broke off: ${String(error)}`)
    }
  }
  return exitCode
}

function select(figures: readonly Figure[], selection: readonly string[]): readonly Figure[] {
  const wanted = selection.map((id) => id.toUpperCase())
  const unknown = wanted.filter((id) => !figures.some((figure) => figure.id === id))
  if (unknown.length > 0) {
    const list = figures.map(({ id, title }) => `  ${id.padEnd(4)}${title}`).join('\n')
    throw new SelectionError(`There is no figure ${unknown.join(', ')}. There are:\n${list}`)
  }
  return wanted.length === 0 ? figures : figures.filter(({ id }) => wanted.includes(id))
}

async function takeFigure(figure: Figure, surroundings: () => Surroundings): Promise<FigureResult> {
  const scope = new Scope()
  try {
    return toResult(figure, await figure.measure(scope), surroundings())
  } finally {
    await scope.end()
  }
}

function misses({ lines }: FigureResult): boolean {
  return lines.some((line) => judge(line).verdict === 'missed')
}
