import { useEffect, useId, useLayoutEffect, useRef, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { MentionList } from './mention-list'
import { findMentions } from './mentions'
import { splitAtMentions, type PieceLook } from './pieces'
import type { OpenList, PromptReference } from './prompt-values'
import { useMentionList } from './use-mention-list'

const LOOKS: Record<PieceLook, string> = {
  plain: '',
  known: 'rounded-inner bg-accent-quiet',
  tight: 'rounded-inner bg-accent-quiet underline decoration-needs decoration-wavy',
  unknown: 'underline decoration-needs decoration-wavy',
}

/** Behind the letters of the prompt: marks where its `@names` are, and the list that offers them. */
export function MentionLayer(props: {
  box: RefObject<HTMLTextAreaElement | null>
  prompt: string
  references: readonly PromptReference[]
  onList: (list: OpenList | null) => void
}) {
  const { box, prompt, references, onList } = props
  const t = useTranslations('mentions')
  const listId = useId()
  const layer = useRef<HTMLDivElement>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const { open, options, isQuiet, active, choose } = useMentionList({ box, references })
  const optionId = options[active] && `${listId}-${active}`
  const isShown = open !== null && options.length > 0
  const start = open?.start

  useEffect(() => {
    onList(start === undefined ? null : { start, listId: isShown ? listId : undefined, optionId })
  }, [onList, isShown, listId, optionId, start])
  useEffect(() => () => onList(null), [onList])

  useLayoutEffect(() => {
    const page = box.current
    if (!page) return
    const follow = () => {
      if (layer.current) layer.current.scrollTop = page.scrollTop
    }
    follow()
    page.addEventListener('scroll', follow)
    return () => page.removeEventListener('scroll', follow)
  }, [box, prompt])

  const pieces = splitAtMentions(prompt, findMentions(prompt, references), start ?? null)
  return (
    <>
      <div
        ref={layer}
        aria-hidden
        className="pointer-events-none absolute inset-0 -z-10 overflow-hidden border border-transparent px-3 py-2.5 text-prompt leading-relaxed wrap-break-word whitespace-pre-wrap text-transparent [scrollbar-gutter:stable]"
      >
        {pieces.map(({ start: at, text, look }) => (
          <span key={at} ref={at === start ? anchor : undefined} className={LOOKS[look]}>
            {text}
          </span>
        ))}
        {'\u200b'}
      </div>
      {isShown && (
        <MentionList
          id={listId}
          options={options}
          active={active}
          anchor={anchor}
          onChoose={choose}
        />
      )}
      <p role="status" className="sr-only">
        {isShown && t('offered', { count: options.length })}
        {open && !isShown && !isQuiet && open.query !== '' && t('none', { word: open.query })}
      </p>
    </>
  )
}
