import type { ClipBehaviour, QueryBehaviour, Rule, SubmitBehaviour } from './behaviours'

/** How often a rule fired, beside the rule as it is understood. */
export type FiredRule = Rule & { fired: number }

/** What is known when a rule is looked for. */
export interface Situation {
  prompt: string | null
  taskId: string | null
  hasSucceeded: boolean
}

export interface Scenarios {
  replace: (rules: readonly Rule[]) => void
  list: () => FiredRule[]
  /** The first rule that fits and is not spent counts one up; null: behave. */
  takeSubmit: (situation: Situation) => SubmitBehaviour | null
  takeQuery: (situation: Situation) => QueryBehaviour | null
  takeClip: (situation: Situation) => ClipBehaviour | null
}

interface Entry {
  rule: Rule
  fired: number
  firedByTask: Map<string, number>
}

/** Scenarios live in memory only: a restarted simulator behaves. */
export function createScenarios(): Scenarios {
  let entries: Entry[] = []
  const take = (on: Rule['on'], situation: Situation): Rule | null => {
    const entry = entries.find((one) => one.rule.on === on && fits(one, situation))
    if (!entry) return null
    entry.fired += 1
    const { taskId } = situation
    if (taskId) entry.firedByTask.set(taskId, (entry.firedByTask.get(taskId) ?? 0) + 1)
    return entry.rule
  }
  return {
    replace: (rules) => {
      entries = rules.map((rule) => ({ rule, fired: 0, firedByTask: new Map() }))
    },
    list: () => entries.map(({ rule, fired }) => ({ ...rule, fired })),
    takeSubmit: (situation) => {
      const rule = take('submit', situation)
      return rule?.on === 'submit' ? rule.do : null
    },
    takeQuery: (situation) => {
      const rule = take('query', situation)
      return rule?.on === 'query' ? rule.do : null
    },
    takeClip: (situation) => {
      const rule = take('clip', situation)
      return rule?.on === 'clip' ? rule.do : null
    },
  }
}

function fits({ rule, fired, firedByTask }: Entry, situation: Situation): boolean {
  if (rule.times !== undefined && fired >= rule.times) return false
  if (rule.prompt !== undefined && !situation.prompt?.includes(rule.prompt)) return false
  if (rule.on === 'query' && !fitsQuery(rule.do, situation)) return false
  if (rule.on === 'clip' && rule.do.kind === 'late-link') {
    return (firedByTask.get(situation.taskId ?? '') ?? 0) < rule.do.times
  }
  return true
}

/** The contract's words for success; saying one of them before the clip is there would be a lie. */
const SUCCESS_WORDS = ['succeeded', 'success', 'succeed', 'completed', 'done']

function fitsQuery(behaviour: QueryBehaviour, situation: Situation): boolean {
  switch (behaviour.kind) {
    case 'no-link':
    case 'dead-link':
    case 'late-link':
      return situation.hasSucceeded
    case 'status':
      if (SUCCESS_WORDS.includes(behaviour.word.toLowerCase())) return situation.hasSucceeded
      return situation.taskId !== null
    case 'fail':
      return situation.taskId !== null
    default:
      return true
  }
}
