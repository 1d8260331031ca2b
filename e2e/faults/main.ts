import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { endAllScopes } from '../bench/machinery/scope'
import { runFaults } from './machinery/run-faults'
import { readSelection, SelectionError } from './machinery/selection'
import { faultTests } from './tests/all'

const SYSTEMS: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** `npm run test:faults`, from the root of a repository that is built. */
async function main(): Promise<void> {
  const stopping = new AbortController()
  // `on`: Ctrl+C comes twice, from the terminal and from whoever started this; the second must not end it half-way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void breakOff(stopping))
  process.exitCode = await runFaults({
    selection: readSelection(process.argv.slice(2), faultTests, () => randomInt(1, 1_000_000)),
    folder: 'test-results/faults',
    resultsFile: 'e2e/faults/results.json',
    document: 'docs/reliability.md',
    print: (line) => process.stdout.write(`${line}\n`),
    stopping: stopping.signal,
    surroundings: () => ({ date: new Date().toISOString(), machine: machineInWords() }),
  })
}

function machineInWords(): string {
  const system = SYSTEMS[process.platform] ?? process.platform
  return `${availableParallelism()} cores, ${system}, Node ${process.versions.node}`
}

async function breakOff(stopping: AbortController): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  await endAllScopes()
  process.exit(130)
}

main().catch((error: unknown) => {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${error instanceof SelectionError ? error.message : said}\n`)
  process.exit(1)
})
