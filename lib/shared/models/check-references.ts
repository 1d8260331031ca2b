import type { FieldProblem } from '@/lib/shared/errors'
import { REF_NAME_PATTERN, REFERENCES_MAX } from '@/lib/shared/limits'
import type { RuleSet } from './catalogue'

/** Without a name where it is no text at all: that is told elsewhere. */
type Reference = { refName?: string }

/**
 * The maker's rules on references [U, strict reading]: how many, how named, each used as `@name` in the prompt; with no prompt to
 * look into (`undefined`) that is left open.
 */
export function checkReferences(options: {
  references: readonly Reference[]
  prompt: string | undefined
  rules: RuleSet
}): FieldProblem[] {
  const { references, prompt, rules } = options
  if (rules === 'page') return []
  const problems: FieldProblem[] = []
  if (references.length > REFERENCES_MAX) {
    problems.push({ path: 'characterImages', code: 'too_many', values: { max: REFERENCES_MAX } })
  }
  references.forEach((reference, index) => {
    const problem = checkName(references, index, prompt)
    if (problem) problems.push({ path: `characterImages.${index}.refName`, ...problem })
  })
  return problems
}

function checkName(
  references: readonly Reference[],
  index: number,
  prompt: string | undefined,
): Omit<FieldProblem, 'path'> | null {
  const name = references[index]?.refName
  if (name === undefined) return null
  if (!REF_NAME_PATTERN.test(name)) return { code: 'ref_name_form' }
  const others = references.filter((_, other) => other !== index).map((other) => other.refName)
  if (others.includes(name)) return { code: 'ref_name_taken', values: { name } }
  const longer = others.find((other) => other?.startsWith(name))
  if (longer) return { code: 'ref_name_prefix', values: { name, other: longer } }
  if (prompt !== undefined && !mentions(prompt, name)) {
    return { code: 'ref_name_unused', values: { name } }
  }
  return null
}

/** `@name` followed by a space or the end. */
function mentions(prompt: string, name: string): boolean {
  return new RegExp(`@${name}(\\s|$)`).test(prompt)
}
