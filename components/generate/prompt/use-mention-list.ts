import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { listenAll } from './listen-all'
import { completion, matchReferences, openMention, type OpenMention } from './open-mention'
import type { PromptReference } from './prompt-values'
import { writeText } from './write-text'

/** What may move the cursor, or the text under it. */
const LOOKS_AT = ['input', 'keyup', 'pointerup', 'focus', 'blur', 'select'] as const

/**
 * The `@…` that the cursor is in, the references on offer for it, and the keys that choose among them. While an input method
 * composes no key is taken, and nothing is offered: its own list hangs at the same place.
 */
export function useMentionList(options: {
  box: RefObject<HTMLTextAreaElement | null>
  references: readonly PromptReference[]
}) {
  const { box, references } = options
  const [open, setOpen] = useState<OpenMention | null>(null)
  const [active, setActive] = useState(0)
  const [isComposing, setComposing] = useState(false)
  /** Where a list was closed by Esc: it stays closed for that word. */
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const isQuiet = isComposing || open?.start === closedAt
  const offered = open && !isQuiet ? matchReferences(open.query, references) : []

  const look = useEffectEvent(() => {
    const found = openIn(box.current, references)
    if (found?.start !== closedAt) setClosedAt(null)
    if (found?.start === open?.start && found?.query === open?.query) return
    setOpen(found)
    setActive(0)
  })

  const choose = (index: number) => {
    const page = box.current
    const reference = offered[index]
    if (!page || !open || !reference) return
    setOpen(null)
    writeText(page, completion(page.value, open, reference.refName))
  }

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    // 229: Safari says of the Enter that ends a composition that it is none.
    if (event.isComposing || event.keyCode === 229 || offered.length === 0) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const act = actionOf(event.key)
    if (!act) return
    event.preventDefault()
    if (act === 'choose') return choose(active)
    if (act === 'close') return setClosedAt(open?.start ?? null)
    setActive((active + act + offered.length) % offered.length)
  })

  const handleComposition = useEffectEvent((isNow: boolean) => {
    // On touch every word is composed, and the keyboard shows its list elsewhere.
    setComposing(isNow && !window.matchMedia?.('(pointer: coarse)').matches)
    look()
  })

  useEffect(() => {
    const page = box.current
    if (!page) return
    queueMicrotask(() => look()) // this part comes late: an `@` may have been typed before anybody listened
    return listenAll([
      ...LOOKS_AT.map((name) => [page, name, () => look()] as const),
      [document, 'selectionchange', () => look()],
      [page, 'keydown', (event) => event instanceof KeyboardEvent && handleKey(event)],
      [page, 'compositionstart', () => handleComposition(true)],
      [page, 'compositionend', () => handleComposition(false)],
    ])
  }, [box])

  return { open, options: offered, isQuiet, active, choose }
}

function openIn(
  page: HTMLTextAreaElement | null,
  references: readonly PromptReference[],
): OpenMention | null {
  if (!page || document.activeElement !== page) return null
  const { selectionStart, selectionEnd, value } = page
  return selectionStart === selectionEnd ? openMention(value, selectionStart, references) : null
}

function actionOf(key: string): 'choose' | 'close' | 1 | -1 | null {
  if (key === 'Enter' || key === 'Tab') return 'choose'
  if (key === 'Escape') return 'close'
  if (key === 'ArrowDown') return 1
  return key === 'ArrowUp' ? -1 : null
}
