import { isCounted, type Filter } from '@/lib/shared/gallery/filters'
import { ChoiceList } from './choice-list'
import { DateChoices } from './date-choices'
import { SeedChoice } from './seed-choice'

/** What can be chosen of a filter. Comes when one of them is opened. */
export function FilterChoices({ filter }: { filter: Filter }) {
  if (filter === 'dates') return <DateChoices />
  if (filter === 'seed') return <SeedChoice />
  return isCounted(filter) && <ChoiceList filter={filter} />
}
