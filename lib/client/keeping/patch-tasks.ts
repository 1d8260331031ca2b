import type { QueryClient } from '@tanstack/react-query'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import type { TaskOnWire } from '@/lib/shared/wire'
import { knownTasks, putTask } from '../task-cache'

/** What a change will have made of a clip: shown before the server has said so. Null for what shows only when it is done. */
export function withAction(task: TaskOnWire, action: ChangeAction): TaskOnWire | null {
  switch (action.kind) {
    case 'rate':
      return { ...task, rating: action.rating }
    case 'favorite':
      return { ...task, isFavorite: action.isFavorite }
    case 'title':
      return { ...task, title: action.title?.trim() || null }
    case 'notes':
      return { ...task, notes: action.notes?.trim() || null }
    case 'tag':
      return { ...task, tags: withTags(task.tags, action) }
    default:
      return null
  }
}

/** Shows a change at once in every list that has these clips. @returns what shows them as they were. */
export function showAction(
  client: QueryClient,
  ids: readonly string[],
  action: ChangeAction,
): () => void {
  const wanted = new Set(ids)
  const known = knownTasks(client).filter(({ id }) => wanted.has(id))
  for (const task of known) {
    const changed = withAction(task, action)
    if (changed) putTask(client, changed)
  }
  return () => {
    for (const task of known) putTask(client, task)
  }
}

type Tags = TaskOnWire['tags']

function withTags(tags: Tags, edit: { add: string[]; remove: string[] }): Tags {
  const gone = new Set(edit.remove.flatMap((name) => readTagName(name)?.key ?? []))
  const kept = tags.filter(({ name }) => !gone.has(keyOf(name)))
  const there = new Set(kept.map(({ name }) => keyOf(name)))
  const added = edit.add.flatMap((name) => {
    const tag = readTagName(name)
    // Its id comes with the answer; a name is no id, so nothing takes it for one.
    return tag && !there.has(tag.key) ? [{ id: `new ${tag.key}`, name: tag.name }] : []
  })
  return [...kept, ...added]
}

function keyOf(name: string): string {
  return readTagName(name)?.key ?? name
}
