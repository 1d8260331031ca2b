import { useState, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { TextButton } from '../../ui/text-button'
import type { LibraryView } from './prompt-values'

const VIEWS = ['history', 'templates'] as const satisfies LibraryView[]

const loadLibrary = () => import('./prompt-library').catch(() => null)

type Library = NonNullable<Awaited<ReturnType<typeof loadLibrary>>>

/** The way to what was written before. It is fetched as somebody reaches for it. */
export function PromptTools({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslations('promptHelp')
  const [shown, setShown] = useState<{ view: LibraryView; library: Library } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const fetchAhead = () => void loadLibrary()
  const handleOpen = async (view: LibraryView) => {
    setFailed(false)
    const library = await loadLibrary()
    if (library) setShown({ view, library })
    else setFailed(true)
  }
  return (
    <span className="flex flex-wrap gap-x-4 pointer-coarse:-my-2.5">
      {VIEWS.map((view) => (
        <TextButton
          key={view}
          aria-haspopup="dialog"
          onPointerEnter={fetchAhead}
          onFocus={fetchAhead}
          onClick={() => void handleOpen(view)}
        >
          {t(view)}
        </TextButton>
      ))}
      {hasFailed && (
        <span role="alert" className="text-failed">
          {t('late')}
        </span>
      )}
      {shown && (
        <shown.library.PromptLibrary view={shown.view} box={box} onClose={() => setShown(null)} />
      )}
    </span>
  )
}
