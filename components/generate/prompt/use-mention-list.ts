import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { completion, matchReferences, openMention, type OpenMention } from './open-mention'
import type { PromptReference } from './prompt-values'
import { writeText } from './write-text'

/** What may move the cursor, or the text under it. */
const LOOKS_AT = ['input', 'keyup', 'pointerup', 'focus', 'blur', 'select'] as const

/**
 * The references on offer for the `@…` that the cursor is in, and the keys that choose among them. While an input method composes
 * nothing is offered and no key is taken: they are its own.
 */
export function useMentionList(options: {
  box: RefObject<HTMLTextAreaElement | null>
  references: readonly PromptReference[]
}) {
  const { box, references } = options
  const [open, setOpen] = useState<OpenMention | null>(null)
  const [active, setActive] = useState(0)
  const isComposing = useRef(false)
  /** Where a list was closed by Esc: it stays closed for that word. */
  const closedAt = useRef<number | null>(null)
  const offered = open ? matchReferences(open.query, references) : []

  const look = useEffectEvent(() => {
    const found = isComposing.current ? null : openIn(box.current, references)
    if (found?.start !== closedAt.current) closedAt.current = null
    const next = closedAt.current === null ? found : null
    if (next?.start === open?.start && next?.query === open?.query) return
    setOpen(next)
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
    if (act === 'close') {
      event.stopPropagation()
      closedAt.current = open?.start ?? null
      return setOpen(null)
    }
    setActive((active + act + offered.length) % offered.length)
  })

  useEffect(() => {
    const page = box.current
    if (!page) return
    const handleLook = () => look()
    const keydown = (event: KeyboardEvent) => handleKey(event)
    const compositionstart = () => {
      isComposing.current = true
      look()
    }
    const compositionend = () => {
      isComposing.current = false
      look()
    }
    for (const name of LOOKS_AT) page.addEventListener(name, handleLook)
    document.addEventListener('selectionchange', handleLook)
    page.addEventListener('keydown', keydown)
    page.addEventListener('compositionstart', compositionstart)
    page.addEventListener('compositionend', compositionend)
    return () => {
      for (const name of LOOKS_AT) page.removeEventListener(name, handleLook)
      document.removeEventListener('selectionchange', handleLook)
      page.removeEventListener('keydown', keydown)
      page.removeEventListener('compositionstart', compositionstart)
      page.removeEventListener('compositionend', compositionend)
    }
  }, [box])

  return { open, options: offered, active, choose }
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
