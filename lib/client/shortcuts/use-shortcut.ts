import { useEffectEvent, useLayoutEffect } from 'react'
import { matchesKeys } from './match-keys'
import { isOwnKey, isWriting } from './own-keys'
import { areaOf, shortcut, type ShortcutId } from './shortcut-list'

/** False: nothing was done, and the key is the browser's. */
type Handler = (event: KeyboardEvent) => void | boolean
type Bound = { id: ShortcutId; press: Handler }

/** The youngest last: it is asked first. */
const bound: Bound[] = []

/**
 * Binds a key of the list while its part of the page is there. Nothing happens while somebody writes, while a dialog of another area
 * is open, or where what has the focus needs the key itself. A dialog, or a layer like one, names its area with `data-keys`.
 */
export function useShortcut(
  id: ShortcutId,
  handler: Handler,
  options: { isActive?: boolean } = {},
): void {
  const { isActive = true } = options
  const press = useEffectEvent(handler)
  // What is seen listens: an ordinary effect may come later than the picture, and the key would be lost.
  useLayoutEffect(() => {
    if (!isActive) return
    const one: Bound = { id, press: (event) => press(event) }
    if (bound.length === 0) window.addEventListener('keydown', handleKey)
    bound.push(one)
    return () => {
      bound.splice(bound.indexOf(one), 1)
      if (bound.length === 0) window.removeEventListener('keydown', handleKey)
    }
  }, [id, isActive])
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  for (const { id, press } of bound.toReversed()) {
    if (!isMeant(id, event)) continue
    // Held down it does not act again, and neither does the browser in its stead.
    if (event.repeat && !shortcut(id).isRepeated) return event.preventDefault()
    if (press(event) !== false) return event.preventDefault()
  }
}

function isMeant(id: ShortcutId, event: KeyboardEvent): boolean {
  const { keys, isInFields, isOverDialogs } = shortcut(id)
  if (!keys.some((one) => matchesKeys(one, event))) return false
  if (!isInFields && (isWriting(event.target) || isOwnKey(event.target, event.key))) return false
  return isOverDialogs === true || isOnTop(id)
}

function isOnTop(id: ShortcutId): boolean {
  const area = areaOf(id)
  const layers = document.querySelectorAll<HTMLElement>('dialog[open], [data-keys]')
  return [...layers].every(({ dataset: { keys } }) =>
    area === 'everywhere' ? keys !== undefined : keys === area,
  )
}
