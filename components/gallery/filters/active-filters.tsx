import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { askedChoices, without, withoutFilters } from '@/lib/shared/gallery/filters'
import { TextButton } from '../../ui/text-button'
import { CHIP } from './filter-chip'
import { useFilters } from './filter-context'
import { useFilterWords } from './use-filter-words'

/** Everything that is asked for, each with its way out. */
export function ActiveFilters({ found }: { found: string }) {
  const t = useTranslations('filters')
  const trash = useTranslations('collections')
  const { query, setQuery, labelOf } = useFilters()
  const words = useFilterWords(labelOf)
  const active = askedChoices(query)
  const isFiltered = active.length > 0
  return (
    <div className="flex items-center gap-x-3 gap-y-1.5 max-sm:filter-line sm:flex-wrap">
      {/* Where the line above has no room for it. Its room is kept until it is known, so that nothing moves then. */}
      <span aria-hidden className="min-w-[9ch] shrink-0 text-meta text-soft tabular-nums lg:hidden">
        {found}
      </span>
      <ul aria-label={t('active')} className="contents">
        {query.isTrash && (
          <ActiveChip
            name={trash('inTrash')}
            onRemove={() => setQuery((now) => ({ ...now, isTrash: false }))}
          />
        )}
        {active.map((asked) => (
          <ActiveChip
            key={`${asked.filter} ${asked.value}`}
            name={words.asked(query, asked)}
            onRemove={() => setQuery((now) => without(now, asked))}
          />
        ))}
      </ul>
      {isFiltered && <TextButton onClick={() => setQuery(withoutFilters)}>{t('clear')}</TextButton>}
    </div>
  )
}

function ActiveChip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations('filters')
  return (
    <li className="shrink-0">
      <button
        type="button"
        aria-label={t('remove', { name })}
        onClick={onRemove}
        className={`${CHIP} h-7! bg-chosen pr-2! pl-2.5! text-meta text-text pointer-coarse:h-11!`}
      >
        <span className="max-w-60 truncate">{name}</span>
        <X aria-hidden className="size-3.5 text-soft" />
      </button>
    </li>
  )
}
