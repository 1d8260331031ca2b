import type { ToggleEvent } from 'react'

const GAP = 4
/** Pixels kept free at the edges of the window. */
const EDGE = 8
/** No menu is wider; narrower ones stand at the same place. */
const WIDTH = 288

/** Under its button, as tall as there is room for; its own height is not known yet. */
export function placeUnderButton(event: ToggleEvent<HTMLElement>): void {
  if (event.newState !== 'open') return
  const menu = event.currentTarget
  const button = menu.previousElementSibling?.getBoundingClientRect()
  if (!button) return
  const { clientWidth } = document.documentElement
  const left = Math.min(button.left, clientWidth - WIDTH - EDGE)
  menu.style.left = `${Math.max(EDGE, left)}px`
  menu.style.top = `${button.bottom + GAP}px`
  menu.style.maxHeight = `${window.innerHeight - button.bottom - GAP - EDGE}px`
}
