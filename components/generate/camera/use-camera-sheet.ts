import { useState } from 'react'
import { useLocale } from 'next-intl'
import { loadCameraGuide } from '@/lib/shared/messages/load-camera-guide'

/** The moves, how each is shown and what is said of it are a weight that no page carries before somebody reaches for it. */
const loadSheet = (locale: ReturnType<typeof useLocale>) =>
  Promise.all([import('./camera-sheet'), loadCameraGuide(locale)]).then(
    ([{ CameraSheet, prepareGrid }, guide]) => ({ CameraSheet, prepareGrid, guide }),
    () => null,
  )

type Sheet = NonNullable<Awaited<ReturnType<typeof loadSheet>>>

/** The sheet with the moves: `fetch` before it is needed, `open`, `close`. */
export function useCameraSheet() {
  const locale = useLocale()
  const [phase, setPhase] = useState<'closed' | 'loading' | 'failed'>('closed')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  return {
    phase,
    sheet,
    fetch: (pictureUrl: string | null) =>
      void loadSheet(locale).then((loaded) => loaded?.prepareGrid(pictureUrl)),
    open: async () => {
      setPhase('loading')
      const loaded = await loadSheet(locale)
      setSheet(loaded)
      setPhase(loaded ? 'closed' : 'failed')
    },
    close: () => setSheet(null),
  }
}
