import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/shared/errors'
import type { Several } from './use-several'

/** Kinds of refused combinations that are said one by one. */
const REASONS = 3

/** What the catalogue does not take, and why. */
export function LeftOut({ several: { result } }: { several: Several }) {
  const t = useTranslations('several')
  const reason = useReason()
  const { leftOut, total } = result
  const others = leftOut.slice(REASONS).reduce((sum, { count }) => sum + count, 0)
  return (
    <div role="status" className="empty:hidden">
      {leftOut.length > 0 && (
        <ul className="text-meta text-needs">
          {leftOut.slice(0, REASONS).map(({ problem, count }) => (
            <li key={JSON.stringify(problem)}>
              {t('leftOut', { count, total, reason: reason(problem) })}
            </li>
          ))}
          {others > 0 && <li>{t('more', { count: others })}</li>}
        </ul>
      )}
    </div>
  )
}

function useReason(): (problem: FieldProblem) => string {
  const t = useTranslations('fields')
  return ({ path, code, values }) => {
    if (code === 'required' && path === 'prompt') return t('prompt_required')
    if (code === 'required' && path === 'image') return t('image_required')
    return t(code, values)
  }
}
