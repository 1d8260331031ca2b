import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { galleryQueries } from './gallery-queries'

/** The numbers beside the choices. Those of the query before stay until the new ones are there. */
export function useCounts(search: string, isWanted: boolean) {
  return useQuery({
    ...galleryQueries.counts(search),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
}
