import { useFormatter, useTranslations } from 'next-intl'
import { useFilters } from './filter-context'
import { CHIP } from './filter-chip'

/** On or off, so without a menu. */
export function FavoriteChip() {
  const t = useTranslations('filters.names')
  const format = useFormatter()
  const { query, setQuery, counts } = useFilters()
  const count = counts?.facets.favorite.find(({ value }) => value === '1')?.count
  return (
    <button
      type="button"
      aria-pressed={query.isFavorite}
      onClick={() => setQuery((now) => ({ ...now, isFavorite: !now.isFavorite }))}
      className={`${CHIP} aria-pressed:border-line-strong aria-pressed:bg-chosen aria-pressed:text-text`}
    >
      {t('isFavorite')}
      {count !== undefined && (
        <span className="text-meta text-faint tabular-nums">{format.number(count)}</span>
      )}
    </button>
  )
}
