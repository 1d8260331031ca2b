import { findMentions, type Named } from './mentions'

/** The `@…` that the cursor is in. `query`: what is written of it up to the cursor. */
export type OpenMention = { start: number; query: string }

/** Null where the cursor is in none. */
export function openMention(
  text: string,
  caret: number,
  references: readonly Named[],
): OpenMention | null {
  const start = text.lastIndexOf('@', caret - 1)
  if (start < 0 || caret === 0) return null
  if (start > 0 && /[A-Za-z0-9_]/.test(text.charAt(start - 1))) return null
  const query = text.slice(start + 1, caret)
  // A label may have a space in it; a word may not.
  if (/\s/.test(query) && matchReferences(query, references).length === 0) return null
  // Behind a name that is written out and goes on at once, as Chinese does, the next word has begun.
  const isOver = findMentions(text, references).some(
    (mention) => mention.start === start && mention.refName !== null && mention.end < caret,
  )
  return isOver ? null : { start, query }
}

/** The references that a name being typed may become: those that begin with it first. */
export function matchReferences<Reference extends Named>(
  query: string,
  references: readonly Reference[],
): Reference[] {
  const wanted = query.toLowerCase()
  const texts = ({ refName, label }: Named) => [refName.toLowerCase(), label.toLowerCase()]
  const named = references.filter(({ refName }) => refName !== '')
  const begin = named.filter((one) => texts(one).some((text) => text.startsWith(wanted)))
  const hold = named.filter(
    (one) => !begin.includes(one) && texts(one).some((text) => text.includes(wanted)),
  )
  return [...begin, ...hold]
}

/** The name in place of what is written of it, and the space that must follow. */
export function completion(
  text: string,
  open: OpenMention,
  refName: string,
): { start: number; end: number; text: string } {
  const written = open.start + 1 + open.query.length
  const rest = /^[A-Za-z0-9_]* ?/.exec(text.slice(written))?.[0] ?? ''
  return { start: open.start, end: written + rest.length, text: `@${refName} ` }
}
