import { useEffect, useState } from 'react'

/** A part that comes when it is first wanted; null until then, and where it could not be had. */
export function useLate<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  const isMissing = isWanted && part === null
  useEffect(() => {
    if (!isMissing) return
    let isGone = false
    load().then(
      (loaded) => {
        if (!isGone) setPart(loaded)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [load, isMissing])
  return part
}
