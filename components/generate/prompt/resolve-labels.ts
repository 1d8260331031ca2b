import { findMentions, type Named } from './mentions'

/**
 * The prompt as it is sent: a label that stands for a name becomes that name, with the space behind it that the maker wants.
 * Everything else stays as it was written.
 */
export function resolveLabels(prompt: string, references: readonly Named[]): string {
  return findMentions(prompt, references)
    .filter(({ isLabel }) => isLabel)
    .reduceRight((text, { start, end, refName }) => {
      const rest = text.slice(end)
      return `${text.slice(0, start)}@${refName}${isSpaceOrEnd(rest) ? '' : ' '}${rest}`
    }, prompt)
}

/** What must follow a name: a space, or nothing [U, strict reading]. */
export function isSpaceOrEnd(rest: string): boolean {
  return /^(\s|$)/.test(rest)
}
