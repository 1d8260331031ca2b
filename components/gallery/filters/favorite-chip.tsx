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
      {/* Its room is kept: what follows must not move away from under the pointer. */}
      <span className="min-w-[4ch] text-left text-meta text-faint tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </button>
  )
}
