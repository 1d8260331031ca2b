import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { placeBeside } from './place-beside'
import type { PromptReference } from './prompt-values'

/** The references that may be meant, at the cursor. The cursor stays in the prompt, so its keys choose here. */
export function MentionList(props: {
  id: string
  options: readonly PromptReference[]
  active: number
  anchor: RefObject<HTMLElement | null>
  onChoose: (index: number) => void
}) {
  const t = useTranslations('mentions')
  const { id, options, active, anchor, onChoose } = props
  const list = useRef<HTMLUListElement>(null)

  useLayoutEffect(() => list.current?.showPopover(), [])
  useLayoutEffect(() => {
    const place = () => {
      if (list.current && anchor.current) placeBeside(list.current, anchor.current)
    }
    place()
    window.addEventListener('resize', place)
    document.addEventListener('scroll', place, true)
    return () => {
      window.removeEventListener('resize', place)
      document.removeEventListener('scroll', place, true)
    }
  }, [anchor, options])

  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('list')}
      popover="manual"
      className="inset-auto w-72 max-w-[calc(100vw-1rem)] rounded-card border border-line-strong bg-raised p-1 text-text"
    >
      {options.map((reference, index) => (
        <li
          key={index}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // Focus stays where the cursor is.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-inner px-2 py-1 hover:bg-chosen aria-selected:bg-chosen"
        >
          <img
            src={reference.picture.url}
            alt=""
            className="size-9 shrink-0 rounded-inner bg-night object-cover"
          />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">
              {reference.label.trim() || reference.refName}
            </span>
            <span className="block truncate text-meta text-soft">@{reference.refName}</span>
          </span>
          <span className="shrink-0 text-meta text-soft">{t(reference.type)}</span>
        </li>
      ))}
    </ul>
  )
}
