import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { choicesOf, type FilterChoice } from '@/lib/client/gallery/filter-choices'
import {
  chosenOf,
  isList,
  without,
  withChoice,
  type CountedFilter,
} from '@/lib/shared/gallery/filters'
import { TextBox } from '../../ui/text-box'
import { ChoiceRow } from './choice-row'
import { useFilters } from './filter-context'
import { useFilterWords } from './use-filter-words'

/** From so many on, a list can be searched. */
const MANY = 12

/** All that can be chosen of a filter, each with how many clips it would leave. */
export function ChoiceList({ filter }: { filter: CountedFilter }) {
  const t = useTranslations('filters')
  const { query, setQuery, counts, haveCountsFailed, labelOf } = useFilters()
  const words = useFilterWords(labelOf)
  const group = useId()
  const [part, setPart] = useState('')
  const choices = useSteady(choicesOf(filter, query, counts))
  const named = choices.map((choice) => ({ ...choice, word: words.choice(filter, choice.value) }))
  const shown = named.filter(({ word }) => word.toLowerCase().includes(part.trim().toLowerCase()))
  const chosen = chosenOf(query, filter)
  const handleChange = (value: string | null, isChosen: boolean) =>
    setQuery((now) =>
      value !== null && isChosen
        ? withChoice(now, filter, value)
        : without(now, { filter, value: isList(filter) ? value : null }),
    )
  return (
    <fieldset className="flex min-h-0 flex-col">
      <legend className="sr-only">{words.name(filter)}</legend>
      {choices.length > MANY && (
        <TextBox
          type="search"
          aria-label={t('narrow')}
          placeholder={t('narrow')}
          value={part}
          onChange={(event) => setPart(event.target.value)}
          className="mb-1"
        />
      )}
      {choices.length === 0 && counts && (
        <p className="px-2.5 py-2 text-soft">{t('nothingHere')}</p>
      )}
      {!isList(filter) && (
        <ChoiceRow
          type="radio"
          name={group}
          word={t('any')}
          count={null}
          isChosen={chosen.length === 0}
          onChange={() => handleChange(null, true)}
        />
      )}
      {shown.map(({ value, word, count }) => (
        <ChoiceRow
          key={value}
          type={isList(filter) ? 'checkbox' : 'radio'}
          name={group}
          word={word}
          count={count}
          isChosen={chosen.includes(value)}
          onChange={(isChosen) => handleChange(value, isChosen)}
        />
      ))}
      {haveCountsFailed && <p className="px-2.5 py-2 text-meta text-soft">{t('countsFailed')}</p>}
    </fieldset>
  )
}

/** In the order in which they were first seen: nothing moves under the pointer as numbers change. */
function useSteady(choices: FilterChoice[]): FilterChoice[] {
  const [order, setOrder] = useState<readonly string[]>([])
  const fresh = choices.filter(({ value }) => !order.includes(value)).map(({ value }) => value)
  // What is known before the numbers come is no order of theirs.
  const isSettled = choices.every(({ count }) => count !== null)
  if (fresh.length > 0 && isSettled) setOrder([...order, ...fresh])
  if (order.length === 0) return choices
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  return choices.toSorted((one, other) => place(one.value) - place(other.value))
}
