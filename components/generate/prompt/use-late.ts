import { useEffect, useState } from 'react'

/** A part that comes when it is first wanted: null until then. `hasFailed`: it could not be had; wanting it again tries again. */
export function useLate<Part>(
  load: () => Promise<Part>,
  isWanted: boolean,
): { part: Part | null; hasFailed: boolean } {
  const [late, setLate] = useState<{ part: Part | null; hasFailed: boolean }>({
    part: null,
    hasFailed: false,
  })
  const isMissing = late.part === null
  useEffect(() => {
    if (!isWanted || !isMissing) return
    let isGone = false
    load().then(
      (part) => !isGone && setLate({ part, hasFailed: false }),
      () => !isGone && setLate({ part: null, hasFailed: true }),
    )
    return () => {
      isGone = true
    }
  }, [load, isWanted, isMissing])
  return late
}
