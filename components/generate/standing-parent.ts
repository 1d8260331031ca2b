import type { TaskParent } from '@/lib/shared/task-schema'
import type { FormParent, FormValues } from './form-values'

type Held = Pick<FormValues, 'parent' | 'prompt' | 'image' | 'head' | 'tail' | 'references'>

/** What the form goes on from, for as long as anything of it is left: a picture that came with it, or words of its prompt. */
export function standingParent(values: Held): FormParent | null {
  const { parent } = values
  if (!parent) return null
  const held = heldPictures(values)
  const hasPicture = parent.imageIds.some((id) => held.has(id))
  return hasPicture || sharesWords(parent.prompt, values.prompt) ? parent : null
}

/** For the body that is sent. */
export function parentToSend(values: Held): { parent?: TaskParent } {
  const parent = standingParent(values)
  return parent ? { parent: { taskId: parent.taskId, way: parent.way } } : {}
}

function heldPictures({ image, head, tail, references }: Held): ReadonlySet<string> {
  const pictures = [image, head, tail, ...references.map(({ picture }) => picture)]
  return new Set(pictures.flatMap((picture) => (picture ? [picture.id] : [])))
}

/** Words that say something, from four letters on; of Chinese, two signs in a row. */
function sharesWords(before: string, after: string): boolean {
  const known = wordsOf(before)
  return wordsOf(after).some((word) => known.includes(word))
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word)) return word.length > 3 ? [word] : []
    return Array.from(word, (_, at) => word.slice(at, at + 2)).filter((pair) => pair.length === 2)
  })
}
