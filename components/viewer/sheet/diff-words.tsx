import { useTranslations } from 'next-intl'
import { wordDiff } from './word-diff'

/** The prompt with what was taken out struck through and what came in underlined. */
export function DiffWords({ before, after }: { before: string; after: string }) {
  const t = useTranslations('task')
  return (
    <div>
      <p className="text-soft">{t('prompt')}</p>
      <p className="whitespace-pre-wrap wrap-anywhere">
        {wordDiff(before, after).map(({ kind, text }, index) => {
          if (kind === 'added')
            return (
              <ins key={index} className="bg-raised font-medium">
                {text}
              </ins>
            )
          if (kind === 'removed')
            return (
              <del key={index} className="text-soft">
                {text}
              </del>
            )
          return <span key={index}>{text}</span>
        })}
      </p>
    </div>
  )
}
