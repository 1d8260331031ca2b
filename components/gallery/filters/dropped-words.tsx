import { useTranslations } from 'next-intl'
import X from 'lucide-react/icons/x'
import { FACET_OF, FILTERS, isCounted, type Filter } from '@/lib/shared/gallery/filters'
import type { DroppedFilter } from '@/lib/shared/gallery/gallery-query'
import { IconButton } from '../../ui/icon-button'
import { useFilters } from './filter-context'

/** Of so many it is said what they were. */
const SAID = 3
const LONGEST = 40

/** What the address asked for and means nothing. Taking note of it takes it out of the address. */
export function DroppedWords({ dropped }: { dropped: readonly DroppedFilter[] }) {
  const t = useTranslations('filters')
  const form = useTranslations('form')
  const { setQuery } = useFilters()
  const list = dropped.slice(0, SAID).map(({ name, value }) => {
    const filter = filterOf(name)
    return t('droppedOne', {
      name: filter ? t(`names.${filter}`) : name === 'sort' ? t('sort') : name,
      value: shorten(value),
    })
  })
  return (
    <div className="flex items-center gap-2 text-meta text-soft">
      <p role="status" className="min-w-0">
        {t('dropped', { list: list.join(form('comma')) + (dropped.length > SAID ? '…' : '') })}
      </p>
      <IconButton
        label={t('dismiss')}
        onClick={() => setQuery((now) => now, { isTyping: true })}
        className="size-7!"
      >
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}

/** The filter that has this name in an address. */
function filterOf(name: string): Filter | undefined {
  if (name === 'from' || name === 'until' || name === 'zone') return 'dates'
  return FILTERS.find((filter) => (isCounted(filter) ? FACET_OF[filter] : filter) === name)
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
