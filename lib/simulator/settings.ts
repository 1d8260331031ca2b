import path from 'node:path'
import * as z from 'zod'

const DOTTED_PATH = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/

/** Two leaf paths can only stand side by side in one object when neither runs through the other. */
function areSeparate([first, second]: readonly [string, string]): boolean {
  return !`${first}.`.startsWith(`${second}.`) && !`${second}.`.startsWith(`${first}.`)
}

const dottedPath = z.string().regex(DOTTED_PATH, 'must be dotted names such as head.imageUrl')
const milliseconds = z.int().min(0)

export const settingsSchema = z.strictObject({
  /** 0 takes a free port. */
  port: z.int().min(0).max(65535).default(0),
  data: z.string().min(1).default(path.join('data', 'simulator')),
  apiKey: z.string().min(1).default('sk-simulator'),
  /** Divides the two waiting times: 20 is twenty times faster. */
  speed: z.number().positive().default(1),
  queuedMs: milliseconds.default(1500),
  processingMs: milliseconds.default(7000),
  /** How long a clip link lives. Not divided by speed. */
  linkMs: milliseconds.default(3_600_000),
  /** Which of the contract's three query routes exists. */
  queryForm: z.enum(['task', 'generation', 'parameter']).default('task'),
  headtailKeys: z
    .tuple([dottedPath, dottedPath])
    .refine(areSeparate, 'must be two different paths, neither within the other')
    .default(['headImageUrl', 'tailImageUrl']),
})

export type Settings = z.output<typeof settingsSchema>

const VARIABLES: Record<keyof Settings, string> = {
  port: 'SIMULATOR_PORT',
  data: 'SIMULATOR_DATA',
  apiKey: 'SIMULATOR_API_KEY',
  speed: 'SIMULATOR_SPEED',
  queuedMs: 'SIMULATOR_QUEUED_MS',
  processingMs: 'SIMULATOR_PROCESSING_MS',
  linkMs: 'SIMULATOR_LINK_MS',
  queryForm: 'SIMULATOR_QUERY_FORM',
  headtailKeys: 'SIMULATOR_HEADTAIL_KEYS',
}
const NUMBERS: readonly string[] = ['port', 'speed', 'queuedMs', 'processingMs', 'linkMs']

export type SettingsResult =
  | { ok: true; settings: Settings }
  | { ok: false; problems: { variable: string; problem: string }[] }

/** Reads the environment once. A variable that is empty counts as not set. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const raw: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const text = env[variable]?.trim()
    if (text) raw[name] = fromText(name, text)
  }
  const parsed = settingsSchema.safeParse(raw)
  if (parsed.success) return { ok: true, settings: parsed.data }
  return { ok: false, problems: parsed.error.issues.map(toProblem) }
}

function fromText(name: string, text: string): unknown {
  if (NUMBERS.includes(name)) return Number(text)
  if (name === 'headtailKeys') return text.split(',').map((part) => part.trim())
  return text
}

function toProblem(issue: z.core.$ZodIssue): { variable: string; problem: string } {
  const name = Object.keys(VARIABLES).find((key) => key === issue.path[0])
  const variables: Record<string, string> = VARIABLES
  return { variable: variables[name ?? ''] ?? String(issue.path[0]), problem: issue.message }
}
