import { availableParallelism } from 'node:os'
import { figures } from './figures'
import { runBench, SelectionError } from './machinery/run-bench'
import { endAllScopes } from './machinery/scope'

/** `npm run bench`, from the root of a repository that is built. */
async function main(): Promise<void> {
  const stopping = new AbortController()
  // `on`: Ctrl+C comes twice, from the terminal and from whoever started this; the second must not end it half-way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void breakOff(stopping))
  process.exitCode = await runBench({
    figures,
    selection: process.argv.slice(2),
    resultsFile: 'e2e/bench/results.json',
    document: 'docs/performance.md',
    print: (line) => process.stdout.write(`${line}\n`),
    stopping: stopping.signal,
    surroundings: () => ({
      date: new Date().toISOString(),
      node: process.versions.node,
      cpus: availableParallelism(),
    }),
  })
}

async function breakOff(stopping: AbortController): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  await endAllScopes()
  process.exit(130)
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SelectionError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
