import { useTranslations } from 'next-intl'
import { SORTS } from '@/lib/shared/gallery/gallery-query'
import { Select } from '../../ui/select'
import { useFilters } from './filter-context'

/** In which order; the collection's own only where there is one. */
export function SortSelect({ className }: { className?: string }) {
  const t = useTranslations('filters')
  const { query, setQuery } = useFilters()
  const sorts = SORTS.filter((sort) => sort !== 'order' || query.collection !== null)
  const handleChange = (value: string) => {
    const sort = sorts.find((one) => one === value)
    if (sort) setQuery((now) => ({ ...now, sort }))
  }
  return (
    <Select
      aria-label={t('sort')}
      value={query.sort}
      onChange={(event) => handleChange(event.target.value)}
      className={className}
    >
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {t(`sorts.${sort}`)}
        </option>
      ))}
    </Select>
  )
}
