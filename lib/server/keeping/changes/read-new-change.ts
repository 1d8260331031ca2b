import { AppError, type FieldProblem } from '@/lib/shared/errors'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import {
  NOTES_MAX_CHARACTERS,
  TAG_MAX_CHARACTERS,
  TITLE_MAX_CHARACTERS,
} from '@/lib/shared/gallery/keeping-limits'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import { countCharacters } from '@/lib/shared/limits'

/** An action as it is done: texts trimmed, empty ones none, tags as they are called. Throws AppError invalid. */
export function readAction(action: ChangeAction): ChangeAction {
  if (action.kind === 'title') {
    return { ...action, title: readText('title', action.title, TITLE_MAX_CHARACTERS) }
  }
  if (action.kind === 'notes') {
    return { ...action, notes: readText('notes', action.notes, NOTES_MAX_CHARACTERS) }
  }
  if (action.kind !== 'tag') return action
  return { ...action, add: readTags('add', action.add), remove: readTags('remove', action.remove) }
}

function readText(name: string, given: string | null, max: number): string | null {
  const text = given?.trim() ?? ''
  if (text.includes('\u0000')) refuse({ path: `action.${name}`, code: 'bad_character' })
  if (countCharacters(text) > max) {
    refuse({ path: `action.${name}`, code: 'too_long', values: { max } })
  }
  return text || null
}

function readTags(name: string, given: readonly string[]): string[] {
  const byKey = new Map(
    given.map((text, index) => {
      const tag = readTagName(text)
      const path = `action.${name}.${index}`
      if (tag) return [tag.key, tag.name]
      if (countCharacters(text.trim()) > TAG_MAX_CHARACTERS) {
        return refuse({ path, code: 'too_long', values: { max: TAG_MAX_CHARACTERS } })
      }
      return refuse({ path, code: text.trim() === '' ? 'required' : 'bad_character' })
    }),
  )
  return [...byKey.values()]
}

function refuse(problem: FieldProblem): never {
  throw new AppError('invalid', 'no such text', { fields: [problem] })
}
