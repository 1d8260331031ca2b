import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { endOfDay, startOfDay } from './day-bounds'
import { wordMatcher } from './fold-words'
import type { PlainTask } from './test-gallery'

/** A task with its parts, as the test keeps it beside the database. */
export type Known = PlainTask & {
  clip: { width: number; height: number; durationMs: number } | null
  tags: Set<string>
  collections: Set<string>
}

/** What a query finds, looked for in the plainest way: every task is asked everything, and then sorted. */
export function naiveFind(tasks: readonly Known[], query: GalleryQuery): Known[] {
  return tasks
    .filter((task) => isFound(tasks, task, query))
    .sort((a, b) => compare(a, b, query) || (a.id < b.id ? 1 : -1))
}

function compare(a: Known, b: Known, { sort }: GalleryQuery): number {
  const length = (task: Known, none: number) => task.clip?.durationMs ?? none
  if (sort === 'oldest') return a.id < b.id ? -1 : 1
  if (sort === 'rating') return (b.rating ?? 0) - (a.rating ?? 0)
  if (sort === 'longest') return length(b, 0) - length(a, 0)
  if (sort === 'shortest') return length(a, 1e9) - length(b, 1e9)
  return 0
}

function isFound(all: readonly Known[], task: Known, query: GalleryQuery): boolean {
  const { params } = task
  const among = <T>(chosen: readonly T[], value: T | undefined) =>
    chosen.length === 0 || (value !== undefined && chosen.includes(value))
  const says = (wanted: boolean | null, is: boolean) => wanted === null || wanted === is
  const text = [task.prompt, params.negativePrompt, task.title, task.notes].join('\n')
  const sounds = params.generateAudioSwitch === true || params.soundEffectSwitch === true
  const children = all.filter(
    (one) => one.parentId === task.id && one.parentWay !== 'retry' && one.deletedAt === null,
  )
  const at = task.createdAt.getTime()
  return [
    task.purgedAt === null,
    (task.deletedAt !== null) === query.isTrash,
    wordMatcher(query.words)(text),
    among<string>(query.states, task.status),
    among(query.models, task.model),
    among<string>(query.modes, task.mode),
    among(query.resolutions, params.resolution),
    among(query.seconds, params.duration),
    among<string | undefined>(query.styles, params.style),
    among<string | undefined>(query.cameras, params.cameraMovement),
    query.seed === null || params.seed === query.seed,
    query.from === null || at >= startOfDay(query.from, query.zone),
    query.until === null || at < endOfDay(query.until, query.zone),
    query.rating === null || (task.rating ?? 0) >= query.rating,
    !query.isFavorite || task.favoriteAt !== null,
    query.tags.every((tag) => task.tags.has(tag)),
    query.collection === null || task.collections.has(query.collection),
    says(query.hasSound, sounds),
    says(query.isRemixed, children.length > 0),
  ].every(Boolean)
}
