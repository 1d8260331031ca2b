import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { galleryQueries } from './gallery-queries'

/** The query whose clips can be shown: what was there stays until the clips of the next one have come, or could not. */
export function useShownSearch(search: string): string {
  const { isPending } = useQuery(galleryQueries.page(search, null))
  const [shown, setShown] = useState(search)
  if (!isPending && shown !== search) setShown(search)
  return isPending ? shown : search
}
