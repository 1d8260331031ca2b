import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { goOnHref } from '@/lib/client/go-on-href'
import { bringIn } from '@/lib/client/image-upload'
import type { TaskOnWire } from '@/lib/shared/wire'

/** Takes the clip's last frame, stores it as a picture, and opens the form with it. A refusal of the server says its limit itself. */
export function useMakeLonger(task: TaskOnWire) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const take = async () => {
    const [video] = task.videos
    if (!video || isBusy) return
    setBusy(true)
    setError(null)
    try {
      const { takeLastFrame } = await import('@/lib/client/clips/last-frame')
      const file = new File([await takeLastFrame(video.url)], 'last-frame.png', {
        type: 'image/png',
      })
      const image = await bringIn(
        { kind: 'file', file },
        { signal: new AbortController().signal, maxBytes: Infinity, onStage: () => {} },
      )
      router.push(goOnHref(task.id, 'longer', image.id))
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
      setBusy(false)
    }
  }
  return { makeLonger: () => void take(), isBusy, error }
}
