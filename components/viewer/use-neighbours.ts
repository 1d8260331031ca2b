import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { taskQueries } from '@/lib/client/task-queries'
import { clipPicture } from '../player/clip-picture'
import { useIsSomeoneHere } from './use-is-someone-here'

export type Neighbours = {
  previous: string | null
  next: string | null
  /** From 0; null where the clip is not one of those that the gallery shows. */
  index: number | null
  total: number
}

/** What stands beside a clip in the gallery it was opened from. Both are fetched ahead, each with its still, once somebody is there. */
export function useNeighbours(search: string, id: string): Neighbours {
  const { data } = useQuery(galleryQueries.place(search, id))
  const { previous = null, next = null, index = null, total = 0 } = data ?? {}
  const isHere = useIsSomeoneHere()
  useAhead(search, isHere ? previous : null)
  useAhead(search, isHere ? next : null)
  return { previous, next, index, total }
}

/** Its still, and what comes after it: whoever goes on quickly waits for nothing. */
function useAhead(search: string, id: string | null): void {
  useQuery({ ...galleryQueries.place(search, id ?? ''), enabled: id !== null })
  const { data } = useQuery({ ...taskQueries.one(id ?? ''), enabled: id !== null })
  const picture = data ? clipPicture(data) : null
  useEffect(() => {
    if (picture) new Image().src = picture
  }, [picture])
}
