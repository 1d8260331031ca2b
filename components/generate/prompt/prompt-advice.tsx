import type { RefObject } from 'react'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useTranslations } from 'next-intl'
import { TextButton } from '../../ui/text-button'
import { examinePrompt, type Advice } from './examine-prompt'
import type { PromptReference } from './prompt-values'
import { writeText } from './write-text'

/** What in the prompt's names could be put right, each with the click that does it. */
export function PromptAdvice(props: {
  box: RefObject<HTMLTextAreaElement | null>
  prompt: string
  references: readonly PromptReference[]
  /** Where the `@word` begins that is still being written. */
  open: number | null
}) {
  const t = useTranslations('mentions')
  const { box, prompt, references, open } = props
  const advice = examinePrompt(prompt, references, open)
  const handleMend = (one: Advice) => {
    const edit = mending(one, prompt)
    if (box.current && edit) writeText(box.current, edit)
  }
  return (
    <ul aria-label={t('advice')} aria-live="polite" className="mt-1.5 empty:hidden">
      {advice.map((one, index) => (
        <li key={index} className="flex min-h-7 items-center gap-1.5 text-meta text-soft">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-needs" />
          <Sentence advice={one} onMend={() => handleMend(one)} />
        </li>
      ))}
    </ul>
  )
}

function Sentence({ advice, onMend }: { advice: Advice; onMend: () => void }) {
  const t = useTranslations('mentions')
  const { said, mended } = wordsOf(advice, t)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 wrap-anywhere">
      <span>{said}</span>
      {mended && (
        <TextButton onClick={onMend} className="underline">
          {mended}
        </TextButton>
      )}
    </span>
  )
}

function wordsOf(advice: Advice, t: ReturnType<typeof useTranslations<'mentions'>>) {
  if (advice.kind === 'unknown') {
    const { mention, suggestion } = advice
    const mended = suggestion === null ? null : t('suggest', { name: suggestion })
    return { said: t('unknown', { word: mention.word }), mended }
  }
  const { refName: name } = advice
  if (advice.kind === 'tight') return { said: t('tight', { name }), mended: t('space') }
  return {
    said: t('unused', { label: advice.label.trim() || name }),
    mended: t('insert', { name }),
  }
}

/** What the click writes, and where; a name always with its space. */
function mending(advice: Advice, prompt: string) {
  if (advice.kind === 'unused') {
    const gap = prompt === '' || /\s$/.test(prompt) ? '' : ' '
    return { start: prompt.length, end: prompt.length, text: `${gap}@${advice.refName} ` }
  }
  const { start, end } = advice.mention
  const name = advice.kind === 'tight' ? advice.refName : advice.suggestion
  if (name === null) return null
  return { start, end, text: /^\s/.test(prompt.slice(end)) ? `@${name}` : `@${name} ` }
}
