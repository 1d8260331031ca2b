import type { Role } from './render/render-job'
import type { Submission } from './submission'

interface Reference {
  sha256: string
  type: string
  refName: string
}

/**
 * The pictures of a clip, each with the part it has there; `pictures` are in the order of the body.
 * References come as the prompt mentions them (`@name`), those it does not mention after them. One
 * background is shown as such, which is all a frame has room for; a second one stands before it.
 */
export function castOf(
  submission: Readonly<Pick<Submission, 'field' | 'prompt' | 'references'>>,
  pictures: readonly { sha256: string }[],
): { sha256: string; role: Role }[] {
  if (submission.field !== 'characterImages') {
    return pictures.map(({ sha256 }, index) => ({ sha256, role: index === 0 ? 'first' : 'last' }))
  }
  const references = pictures.map(({ sha256 }, index) => {
    const { type = 'subject', refName = '' } = submission.references[index] ?? {}
    return { sha256, type, refName }
  })
  const inOrder = byMention(references, submission.prompt)
  const background = inOrder.find(({ type }) => type.toLowerCase() === 'background')
  return inOrder.map((reference) => ({
    sha256: reference.sha256,
    role: reference === background ? 'background' : 'subject',
  }))
}

function byMention(references: readonly Reference[], prompt: string): Reference[] {
  const places = new Map(references.map((one) => [one, mentionAt(prompt, one.refName)]))
  const placeOf = (one: Reference) => places.get(one) ?? Infinity
  return references.toSorted((a, b) => Math.sign(placeOf(a) - placeOf(b)) || 0)
}

/** Where the prompt first says `@name`, and not the beginning of a longer name; else Infinity. */
function mentionAt(prompt: string, name: string): number {
  const mention = `@${name}`
  for (let at = prompt.indexOf(mention); at >= 0; at = prompt.indexOf(mention, at + 1)) {
    if (name !== '' && !/^\w/.test(prompt.slice(at + mention.length))) return at
  }
  return Infinity
}
