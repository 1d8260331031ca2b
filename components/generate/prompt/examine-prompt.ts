import { nearest } from './nearest-name'
import { findMentions, type Mention, type Named } from './mentions'
import { isSpaceOrEnd } from './resolve-labels'

/** What a person may want to put right. None of it keeps a prompt from being sent: the rules of the task do that. */
export type Advice =
  /** An `@word` that names no reference, and the name that may have been meant. */
  | { kind: 'unknown'; mention: Mention; suggestion: string | null }
  /** A name without the space behind it. */
  | { kind: 'tight'; mention: Mention; refName: string }
  | { kind: 'unused'; refName: string; label: string }

/** @param open Where the `@word` begins that is still being written: nothing is said of it yet. */
export function examinePrompt(
  prompt: string,
  references: readonly Named[],
  open: number | null,
): Advice[] {
  const mentions = findMentions(prompt, references)
  const words = new Set<string>()
  const advice = mentions.flatMap((mention): Advice[] => {
    const { start, end, word, refName, isLabel } = mention
    if (start === open || words.has(word)) return []
    if (refName === null) {
      words.add(word)
      return [{ kind: 'unknown', mention, suggestion: nearest(word, references) }]
    }
    if (isLabel || isSpaceOrEnd(prompt.slice(end))) return []
    words.add(word)
    return [{ kind: 'tight', mention, refName }]
  })
  const used = new Set(mentions.map(({ refName }) => refName))
  const unused = references.filter(({ refName }) => refName !== '' && !used.has(refName))
  return [...advice, ...unused.map((one): Advice => ({ kind: 'unused', ...nameOf(one) }))]
}

function nameOf({ refName, label }: Named): Named {
  return { refName, label }
}
