import { useId, useState, type ToggleEvent } from 'react'
import { useTranslations } from 'next-intl'
import { askedChoices, type Filter } from '@/lib/shared/gallery/filters'
import { LatePart } from '../../generate/late-part'
import { useFilters } from './filter-context'
import { placeUnderButton } from './place-under'
import { useFilterWords } from './use-filter-words'

export const CHIP =
  'inline-flex h-9 pointer-coarse:h-11 shrink-0 items-center gap-1.5 rounded-full border border-line px-3 text-control whitespace-nowrap text-soft transition-colors hover:border-line-strong hover:text-text'
const ON = 'border-line-strong! bg-chosen text-text'
const ARROW =
  'after:mb-0.75 after:size-1.5 after:rotate-45 after:border-r after:border-b after:border-current'

export const loadChoices = () =>
  import('./filter-choices').then(({ FilterChoices }) => FilterChoices)

/** A filter of the bar and, when it is opened, its choices. It says what is chosen. */
export function FilterChip({ filter }: { filter: Filter }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const label = useChipLabel(filter)
  const handleToggle = (event: ToggleEvent<HTMLElement>) => {
    placeUnderButton(event)
    setOpen(event.newState === 'open')
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-filter={filter}
        className={`${CHIP} ${ARROW} ${label.isOn ? ON : ''}`}
      >
        <span className="max-w-44 truncate">{label.text}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={label.name}
        onBeforeToggle={handleToggle}
        className="fixed inset-auto m-0 w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card border border-line-strong bg-raised p-1.5 text-text"
      >
        {isOpen && <LatePart load={loadChoices} with={{ filter }} className="p-2" />}
      </div>
    </>
  )
}

/** The filter's name; with what is chosen where that is one thing, with how many where it is more. */
function useChipLabel(filter: Filter) {
  const t = useTranslations('filters')
  const { query, labelOf } = useFilters()
  const words = useFilterWords(labelOf)
  const name = words.name(filter)
  const asked = askedChoices(query).filter((one) => one.filter === filter)
  const [first] = asked
  const one = first && asked.length === 1 ? words.asked(query, first) : null
  const many = asked.length > 1 ? t('chosen', { name, count: asked.length }) : name
  return { name, text: one ?? many, isOn: asked.length > 0 }
}
