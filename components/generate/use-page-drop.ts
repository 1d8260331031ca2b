import { useEffect, useEffectEvent, useState } from 'react'
import { carriesPicture, readDrop, type DropTaking } from './pictures/read-drop'

/**
 * Pictures dropped or pasted anywhere on the page, all of them. Returns whether one is being dragged over it. What a place of its
 * own has taken (`preventDefault`) is not taken again.
 */
export function usePageDrop(taking: DropTaking): boolean {
  const [isOver, setOver] = useState(false)

  const handleDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (event.defaultPrevented || !event.dataTransfer) return
    if (readDrop(event.dataTransfer, taking)) event.preventDefault()
  })
  const handlePaste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || !event.clipboardData) return
    if (readPaste(event.clipboardData, event.target, taking)) event.preventDefault()
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

/** Text goes where it was pasted; an address that would go nowhere is taken for a picture's. */
function readPaste(data: DataTransfer, target: EventTarget | null, taking: DropTaking): boolean {
  const files = [...data.files]
  if (files.length > 0) {
    taking.onFiles(files)
    return true
  }
  if (isWritten(target)) return false
  const address = data.getData('text/plain').trim()
  const isAddress = /^https:\/\/\S+$/.test(address)
  if (isAddress) taking.onAddress(address)
  return isAddress
}

function isWritten(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}
