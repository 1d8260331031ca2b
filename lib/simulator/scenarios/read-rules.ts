import * as z from 'zod'
import { ruleConditions, ruleSchema, type Rule } from './behaviours'
import { isScenarioName, NAMED_SCENARIOS, type ScenarioName } from './named-scenarios'

const namedSchema = z.strictObject({
  scenario: z.string().refine(isScenarioName, {
    error: ({ input }) => `${String(input)} is none of ${Object.keys(NAMED_SCENARIOS).join(', ')}`,
  }),
  ...ruleConditions,
})

/** What a scenario looks like to whoever asks for it by its name. */
export type NamedRule = Omit<z.input<typeof namedSchema>, 'scenario'> & { scenario: ScenarioName }

type Read<Value> = { ok: true; value: Value } | { ok: false; message: string }

/** Rules spelled out, or asked for by name; `now` is what a name's dates count from. */
export function readRules(value: unknown, now: Date): Read<Rule[]> {
  const entries = parse(z.array(z.unknown()), value)
  if (!entries.ok) return entries
  const rules: Rule[] = []
  for (const entry of entries.value) {
    const rule = isNamed(entry) ? readNamed(entry, now) : parse(ruleSchema, entry)
    if (!rule.ok) return rule
    rules.push(rule.value)
  }
  return { ok: true, value: rules }
}

function isNamed(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'scenario' in entry
}

function readNamed(entry: unknown, now: Date): Read<Rule> {
  const named = parse(namedSchema, entry)
  if (!named.ok) return named
  const { scenario, ...conditions } = named.value
  return parse(ruleSchema, { ...NAMED_SCENARIOS[scenario](now), ...conditions })
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown): Read<Value> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, message: z.prettifyError(parsed.error) }
}
