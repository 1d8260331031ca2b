import { useState, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { TextButton } from '../../ui/text-button'
import { useLate } from './use-late'

const VIEWS = ['history', 'templates'] as const
export type LibraryView = (typeof VIEWS)[number]

const loadLibrary = () => import('./prompt-library')

/** The way to what was written before. It is fetched as somebody reaches for it. */
export function PromptTools({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslations('promptHelp')
  const [view, setView] = useState<LibraryView | null>(null)
  const { part, hasFailed } = useLate(loadLibrary, view !== null)
  const fetchAhead = () => void loadLibrary().catch(() => null)
  return (
    <span className="flex gap-x-4">
      {VIEWS.map((name) => (
        <TextButton
          key={name}
          aria-haspopup="dialog"
          onPointerEnter={fetchAhead}
          onFocus={fetchAhead}
          onClick={() => setView(name)}
        >
          {t(name)}
        </TextButton>
      ))}
      {view && hasFailed && (
        <span role="alert" className="text-failed">
          {t('late')}
        </span>
      )}
      {view && part && <part.PromptLibrary view={view} box={box} onClose={() => setView(null)} />}
    </span>
  )
}
