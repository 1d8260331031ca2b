import { useEffect, useState } from 'react'
import { thumbnailOf, type Thumbnail } from '@/lib/client/thumbnail'

/** Null until it is made; one of another picture is never shown. */
export function useThumbnail(url: string | null): Thumbnail | null {
  const [made, setMade] = useState<{ of: string; thumbnail: Thumbnail } | null>(null)
  useEffect(() => {
    if (url === null) return
    let isWanted = true
    void thumbnailOf(url).then((thumbnail) => isWanted && setMade({ of: url, thumbnail }))
    return () => {
      isWanted = false
    }
  }, [url])
  return made?.of === url ? made.thumbnail : null
}
