import { useRef, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { askedChoices, FILTERS, withoutFilters, type Filter } from '@/lib/shared/gallery/filters'
import { Button } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import { DialogFrame } from '../../ui/dialog-frame'
import { FilterChoices } from './filter-choices'
import { useFilters } from './filter-context'
import { SortSelect } from './sort-select'
import { useFilterWords } from './use-filter-words'

/** Every filter with its choices; the gallery behind it follows at once. */
export function FilterSheet(props: {
  total: number | undefined
  onClose: () => void
  children?: ReactNode
}) {
  const { total, onClose } = props
  const t = useTranslations('filters')
  const { setQuery } = useFilters()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <DialogFrame
      place="side"
      dialog={dialog}
      title={t('all')}
      closeLabel={t('close')}
      onClose={onClose}
      foot={
        <div className="flex items-center justify-between gap-3">
          <Button look="quiet" onClick={() => setQuery(withoutFilters)}>
            {t('clear')}
          </Button>
          <Button look="primary" onClick={() => dialog.current?.close()}>
            {total === undefined ? t('close') : t('done', { count: total })}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-1">
        {/* A form of its own, so that its radio buttons are not those of the bar. */}
        <form className="mb-2 flex items-center justify-between gap-3">
          <SortSelect className="flex-1" />
          <div className="sm:hidden">{props.children}</div>
        </form>
        {FILTERS.filter((filter) => filter !== 'words').map((filter) => (
          <FilterPart key={filter} filter={filter} />
        ))}
      </div>
    </DialogFrame>
  )
}

function FilterPart({ filter }: { filter: Filter }) {
  const form = useTranslations('form')
  const { query, labelOf } = useFilters()
  const words = useFilterWords(labelOf)
  const asked = askedChoices(query).filter((one) => one.filter === filter)
  return (
    <Disclosure
      title={words.name(filter)}
      summary={asked.map((one) => words.asked(query, one)).join(form('comma'))}
    >
      <FilterChoices filter={filter} />
    </Disclosure>
  )
}
