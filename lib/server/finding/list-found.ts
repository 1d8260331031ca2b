import { validate as isUuid } from 'uuid'
import { galleryParams, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { Person } from '../accounts/person'
import { getTasks } from '../tasks/get-tasks'
import { listTasks } from '../tasks/list-tasks'
import { wrongCursor } from './cursor'
import { taskSearch } from './search'

type TaskPage = Awaited<ReturnType<typeof listTasks>>

/** A page of what a query finds, in its order. The whole gallery needs no search, and is there before the index is. */
export async function listFound(options: {
  person: Person
  query: GalleryQuery
  limit: number
  cursor: string | null
}): Promise<TaskPage> {
  const { person, query, limit, cursor } = options
  if (isWholeGallery(query)) {
    if (cursor !== null && !isUuid(cursor)) throw wrongCursor()
    return listTasks({ person, limit, cursor })
  }
  const { ids, nextCursor } = await taskSearch().pageOf(query, { limit, cursor })
  return { tasks: await getTasks({ person, ids }), nextCursor }
}

export function isWholeGallery(query: GalleryQuery): boolean {
  return galleryParams(query).size === 0
}
