import { useState } from 'react'

/** `gone`: the studio has the clip's row and not its file. `unplayable`: this browser cannot show what is there. */
export type ClipTrouble = 'gone' | 'unplayable'

/** Why a clip does not play, asked once it does not. Another clip begins without it. */
export function useClipTrouble(url: string | undefined): {
  trouble: ClipTrouble | null
  handleError: () => void
} {
  const [known, setKnown] = useState<{ url: string; trouble: ClipTrouble } | null>(null)
  const ask = async () => {
    if (url === undefined) return
    const trouble = (await isGone(url)) ? 'gone' : 'unplayable'
    setKnown({ url, trouble })
  }
  return {
    trouble: known && known.url === url ? known.trouble : null,
    handleError: () => void ask(),
  }
}

async function isGone(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(new URL(url, document.baseURI), { method: 'HEAD' })
    return status === 404 || status === 410
  } catch {
    return false // no answer says nothing of the file
  }
}
