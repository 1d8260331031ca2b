import { useEffect, useEffectEvent, useState } from 'react'
import type { PictureTaking } from './use-picture'

/** Pictures dropped or pasted anywhere on the page. Returns whether one is being dragged over it. */
export function usePageDrop({
  take,
  takeFiles,
}: Pick<PictureTaking, 'take' | 'takeFiles'>): boolean {
  const [isOver, setOver] = useState(false)

  const handleDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (!event.dataTransfer || !carriesPicture(event.dataTransfer)) return
    event.preventDefault()
    const { files } = event.dataTransfer
    const address = event.dataTransfer.getData('text/uri-list').split('\n')[0]?.trim()
    if (files.length > 0) takeFiles(files)
    else if (address) take({ kind: 'address', url: address })
  })
  const handlePaste = useEffectEvent((event: ClipboardEvent) => {
    const files = event.clipboardData?.files
    // Text goes where it was pasted.
    if (!files || files.length === 0) return
    event.preventDefault()
    takeFiles(files)
  })

  useEffect(() => {
    const handleOver = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesPicture(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    // Only leaving the window counts, not every element on the way.
    const handleLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => handleDrop(event)
    const paste = (event: ClipboardEvent) => handlePaste(event)
    window.addEventListener('dragover', handleOver)
    window.addEventListener('dragleave', handleLeave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', handleOver)
      window.removeEventListener('dragleave', handleLeave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])

  return isOver
}

/** A file, or a picture from another page as its address. Dragged text is neither. */
function carriesPicture(data: DataTransfer): boolean {
  return data.types.includes('Files') || data.types.includes('text/uri-list')
}
