import type { TaskOnWire } from '@/lib/shared/wire'
import { useEffect, useState } from 'react'

/** `gone`: the studio has the clip's row and not its file. `unplayable`: this browser cannot show what is there. */
export type ClipTrouble = 'gone' | 'unplayable'

type Clip = Pick<TaskOnWire['videos'][number], 'url' | 'savedAt'>

/** Why a clip does not play, asked once it does not. Another clip begins without it. */
export function useClipTrouble(clip: Clip | undefined): {
  trouble: ClipTrouble | null
  handleError: () => void
} {
  const [known, setKnown] = useState<{ savedAs: string; trouble: ClipTrouble } | null>(null)
  const ask = async () => {
    if (!clip) return
    const trouble = (await isGone(clip.url)) ? 'gone' : 'unplayable'
    setKnown({ savedAs: savedAs(clip), trouble })
  }
  return {
    trouble: clip && known?.savedAs === savedAs(clip) ? known.trouble : null,
    handleError: () => void ask(),
  }
}

/** The page comes with its clip, which may have failed before anything listened. */
export function useEarlyError(video: HTMLVideoElement | null): void {
  useEffect(() => {
    if (video?.error) video.dispatchEvent(new Event('error'))
  }, [video])
}

/** The same clip saved again is another try. */
function savedAs({ url, savedAt }: Clip): string {
  return `${url} ${savedAt}`
}

async function isGone(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(new URL(url, document.baseURI), { method: 'HEAD' })
    return status === 404 || status === 410
  } catch {
    return false // no answer says nothing of the file
  }
}
