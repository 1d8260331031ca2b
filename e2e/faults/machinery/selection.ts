import { parseArgs } from 'node:util'
import type { FaultTest } from './fault-test'

/** A mistake of whoever started it; its message is for them. */
export class SelectionError extends Error {}

export type Size = 'short' | 'usual' | 'full'
export type Selection = {
  tests: readonly FaultTest[]
  size: Size
  /** In place of the size that a test has; null for that. */
  sizeOverride: number | null
  seed: number
  keep: boolean
  /** Where the counts for `npm test` go. */
  report: string | null
}

const OPTIONS = {
  full: { type: 'boolean' },
  short: { type: 'boolean' },
  seed: { type: 'string' },
  size: { type: 'string' },
  keep: { type: 'boolean' },
  report: { type: 'string' },
} as const

/** Reads the arguments: names of tests (none: all that have this size) and options. Throws SelectionError. */
export function readSelection(
  args: readonly string[],
  tests: readonly FaultTest[],
  newSeed: () => number,
): Selection {
  const { values, positionals } = parse(args)
  if (values.full && values.short) throw new SelectionError('Either --full or --short.')
  const size = values.full ? 'full' : values.short ? 'short' : 'usual'
  return {
    tests: choose(tests, positionals, size),
    size,
    sizeOverride: wholeNumber('--size', values.size),
    seed: wholeNumber('--seed', values.seed) ?? newSeed(),
    keep: values.keep ?? false,
    report: values.report ?? null,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new SelectionError(error instanceof Error ? error.message : String(error))
  }
}

function choose(tests: readonly FaultTest[], names: string[], size: Size): FaultTest[] {
  const wanted = names.map((name) => name.toUpperCase())
  const unknown = wanted.filter((name) => !tests.some(({ id }) => id === name))
  if (unknown.length > 0) {
    const list = tests.map(({ id, title }) => `  ${id.padEnd(4)}${title}`).join('\n')
    throw new SelectionError(`There is no test ${unknown.join(', ')}. There are:\n${list}`)
  }
  const chosen = tests.filter(({ id }) => wanted.length === 0 || wanted.includes(id))
  const fitting = chosen.filter(({ sizes }) => sizes[size] !== null)
  if (fitting.length === 0) throw new SelectionError('None of these has a short run.')
  return fitting.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new SelectionError(`${name} takes a whole number.`)
}

/** The command that runs one test again as it was run. */
export function replayCommand(test: FaultTest, { seed, size, sizeOverride }: Selection): string {
  const options = [
    `--seed ${seed}`,
    ...(size === 'usual' ? [] : [`--${size}`]),
    ...(sizeOverride === null ? [] : [`--size ${sizeOverride}`]),
  ]
  return `npm run test:faults -- ${test.id} ${options.join(' ')}`
}
