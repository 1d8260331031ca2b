import { useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { askedChoices, FILTERS, withoutFilters, type Filter } from '@/lib/shared/gallery/filters'
import { Button } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import { IconButton } from '../../ui/icon-button'
import { useModal } from '../../ui/modal'
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
  useModal(dialog, onClose)
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby="filter-sheet-title"
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-sheet max-w-none flex-col border-l border-line bg-ground text-text backdrop:bg-veil open:flex max-sm:w-screen max-sm:border-0"
    >
      <div className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
        <h2
          data-first
          id="filter-sheet-title"
          tabIndex={-1}
          className="flex-1 text-prompt font-semibold outline-none"
        >
          {t('all')}
        </h2>
        <IconButton label={t('close')} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto p-4">
        {/* A form of its own, so that its radio buttons are not those of the bar. */}
        <form className="mb-2 flex items-center justify-between gap-3">
          <SortSelect className="flex-1" />
          <div className="sm:hidden">{props.children}</div>
        </form>
        {FILTERS.filter((filter) => filter !== 'words').map((filter) => (
          <FilterPart key={filter} filter={filter} />
        ))}
      </div>
      <div className="flex items-center justify-between gap-3 border-t border-line p-3">
        <Button look="quiet" onClick={() => setQuery(withoutFilters)}>
          {t('clear')}
        </Button>
        <Button look="primary" onClick={() => dialog.current?.close()}>
          {total === undefined ? t('close') : t('done', { count: total })}
        </Button>
      </div>
    </dialog>,
    document.body,
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
