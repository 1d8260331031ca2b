import { useEffect, useMemo, type FocusEvent, type MouseEvent, type PointerEvent } from 'react'
import type { TaskOnWire } from '@/lib/shared/wire'
import {
  endMotion,
  isInMotion,
  isScrolling,
  mayMoveByItself,
  noteScroll,
  startMotion,
} from '../../player/motion'
import { lookAt } from './looked-at'

/** A finger that stays so long, and moves no further, plays a clip in its place. */
const HOLD_MS = 350
const HOLD_PIXELS = 10

type Hold = { timer: ReturnType<typeof setTimeout>; x: number; y: number }

type GridHears = {
  taskAt: (index: number) => TaskOnWire | undefined
  /** A press that is not for the grid is left to the browser. */
  onOpen: (event: MouseEvent, index: number) => void
}

/**
 * Looking and motion for all cards at once: the pointer over one or the focus on it shows its words and plays its clip; on a screen
 * that is touched, holding it or its button does. One listener for the list and not one a card.
 */
export function useGridPointer({ list, taskAt, onOpen }: GridHears & { list: HTMLElement | null }) {
  useEffect(() => {
    window.addEventListener('scroll', noteScroll, { passive: true })
    const handleHidden = () => document.hidden && endMotion()
    document.addEventListener('visibilitychange', handleHidden)
    return () => {
      window.removeEventListener('scroll', noteScroll)
      document.removeEventListener('visibilitychange', handleHidden)
      endMotion()
      lookAt(null)
    }
  }, [])

  const { lookAtHovered, ...handlers } = useMemo(
    () => createHandlers({ taskAt, onOpen }),
    [taskAt, onOpen],
  )
  // A pointer that was there before the page was alive enters nothing any more.
  useEffect(() => lookAtHovered(list), [list, lookAtHovered])
  return handlers
}

function createHandlers({ taskAt, onOpen }: GridHears) {
  let hold: Hold | null = null
  let wasHeld = false
  const settle = createTimer()
  const letGo = () => {
    clearTimeout(hold?.timer)
    hold = null
  }
  const move = (card: Card) => {
    const url = taskAt(card.index)?.videos[0]?.url
    if (url && card.still) startMotion(card.still, url)
  }
  const leave = (card: Card | null) => {
    if (card?.still) endMotion(card.still)
    lookAt(null)
  }
  const look = (card: Card) => {
    settle.stop()
    lookAt(taskAt(card.index)?.id ?? null)
    if (mayMoveByItself()) move(card)
  }
  return {
    lookAtHovered(list: HTMLElement | null) {
      const card = cardOf(list?.querySelector('li[data-index]:hover') ?? null)
      if (card && window.matchMedia?.('(hover: hover)').matches) look(card)
    },
    onPointerOver(event: PointerEvent) {
      const card = cardOf(event.target)
      if (event.pointerType === 'touch' || !card) return
      if (isScrolling()) settle.start(() => card.item.matches(':hover') && look(card))
      else look(card)
    },
    onPointerOut(event: PointerEvent) {
      const card = cardOf(event.target)
      if (event.pointerType === 'touch' || !card || isWithin(card, event.relatedTarget)) return
      if (!card.item.matches(':focus-within')) leave(card)
    },
    onFocus(event: FocusEvent) {
      const card = cardOf(event.target)
      // A focus that a press brings is followed by what the press does.
      if (card && event.target.matches(':focus-visible')) look(card)
    },
    onBlur(event: FocusEvent) {
      const card = cardOf(event.target)
      if (card && !isWithin(card, event.relatedTarget) && !card.item.matches(':hover')) leave(card)
    },
    onPointerDown(event: PointerEvent) {
      wasHeld = false
      const card = cardOf(event.target)
      if (event.pointerType !== 'touch' || !card) return
      const begin = () => {
        wasHeld = true
        move(card)
      }
      hold = { timer: setTimeout(begin, HOLD_MS), x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent) {
      if (hold && Math.hypot(event.clientX - hold.x, event.clientY - hold.y) > HOLD_PIXELS) letGo()
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu(event: MouseEvent) {
      if (hold || wasHeld) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const card = cardOf(event.target)
      if (!card || !(event.target instanceof Element)) return
      if (wasHeld) {
        wasHeld = false
        return event.preventDefault()
      }
      if (event.target.closest('[data-play]')) return toggleMotion(card, move)
      if (event.target.closest('a') === card.link) onOpen(event, card.index)
    },
  }
}

/** After a scroll, what came to lie under the pointer is looked at; while it lasts, nothing is. */
const SETTLE_MS = 140

function createTimer() {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    start(ring: () => void): void {
      stop()
      timer = setTimeout(ring, SETTLE_MS)
    },
  }
}

type Card = {
  item: HTMLElement
  index: number
  link: HTMLElement | null
  /** Where its motion goes: over its still. */
  still: HTMLElement | null
}

export function cardOf(target: EventTarget | null): Card | null {
  const item = target instanceof Element ? target.closest('li[data-index]') : null
  if (!(item instanceof HTMLElement)) return null
  const link = item.querySelector<HTMLElement>('a[href]')
  const still = item.querySelector<HTMLElement>('.clip-tile, .clip-line-still')
  return { item, index: Number(item.dataset.index), link, still }
}

function isWithin(card: Card, target: EventTarget | null): boolean {
  return target instanceof Node && card.item.contains(target)
}

function toggleMotion(card: Card, move: (card: Card) => void): void {
  if (card.still && isInMotion(card.still)) endMotion(card.still)
  else move(card)
}
