import { useTranslations } from 'next-intl'
import { TEXT_MAX_CHARACTERS, TEXT_WARN_BYTES } from '@/lib/shared/limits'

/** From so many characters on it is said how many are left: a tenth. */
const NEAR = Math.floor(TEXT_MAX_CHARACTERS * 0.9)

type Sizes = { characters: number; bytes: number }

/** How long the prompt is, as it would be sent: quiet to the eye, and silent until a limit comes near. */
export function PromptCount({ characters, bytes }: Sizes) {
  const t = useTranslations()
  const figures = { count: characters, max: TEXT_MAX_CHARACTERS }
  const isOver = characters > figures.max
  return (
    <span className={`tabular-nums ${isOver ? 'text-failed' : 'text-faint'}`}>
      <span aria-hidden>
        {t('prompt.count', figures)} · {t('promptHelp.bytes', { bytes })}
      </span>
      <span className="sr-only">
        {t('prompt.countLabel', figures)}, {t('promptHelp.bytes', { bytes })}
      </span>
    </span>
  )
}

/** Said once as each limit is passed, and not at every letter behind it. */
export function PromptLimits({ characters, bytes }: Sizes) {
  const t = useTranslations('promptHelp')
  const isOver = characters > TEXT_MAX_CHARACTERS
  return (
    <p role="status" className="sr-only">
      {isOver
        ? t('over', { max: TEXT_MAX_CHARACTERS })
        : characters > NEAR && t('near', { left: TEXT_MAX_CHARACTERS - NEAR })}{' '}
      {!isOver && bytes > TEXT_WARN_BYTES && t('heavy', { max: TEXT_WARN_BYTES })}
    </p>
  )
}
