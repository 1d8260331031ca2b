import { useFormatter, useTranslations } from 'next-intl'
import type { Asked, CountedFilter, Filter } from '@/lib/shared/gallery/filters'
import { isCounted } from '@/lib/shared/gallery/filters'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { CAMERA_MOVEMENTS, findModel, MODES, STYLES } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import type { FilterState } from './filter-context'

/** Filters whose choices say by themselves what they are of. */
const PLAIN: readonly Filter[] = [
  'states',
  'models',
  'rating',
  'isFavorite',
  'resolutions',
  'seconds',
  'hasSound',
  'isRemixed',
  'words',
  'dates',
]

/** What filters and their choices are called. */
export function useFilterWords(labelOf: FilterState['labelOf']) {
  const t = useTranslations()
  const days = useDayWords()
  const choice = (filter: CountedFilter, value: string): string => {
    const known = knownChoice(t, filter, value)
    if (known !== null) return known
    if (filter !== 'tags' && filter !== 'collection') return value
    const label = labelOf(filter, value)
    return label === undefined ? '…' : (label ?? t('filters.gone'))
  }
  const value = (query: GalleryQuery, asked: Asked): string => {
    const { filter } = asked
    if (filter === 'words') return t('filters.words', { words: query.words })
    if (filter === 'dates') return days(query)
    if (filter === 'seed') return String(query.seed)
    return isCounted(filter) ? choice(filter, asked.value ?? singleOf(query, filter)) : ''
  }
  return {
    name: (filter: Filter) => t(`filters.names.${filter}`),
    choice,
    /** One thing that is asked for, understood without the bar around it. */
    asked: (query: GalleryQuery, asked: Asked): string =>
      PLAIN.includes(asked.filter)
        ? value(query, asked)
        : t('filters.named', {
            name: t(`filters.names.${asked.filter}`),
            value: value(query, asked),
          }),
  }
}

function singleOf(query: GalleryQuery, filter: CountedFilter): string {
  const value = query[filter]
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}

function useDayWords(): (query: GalleryQuery) => string {
  const t = useTranslations('filters.dates')
  const format = useFormatter()
  const word = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  return ({ from, until }) => {
    if (from !== null && from === until) return word(from)
    if (from !== null && until !== null) return t('both', { from: word(from), until: word(until) })
    if (from !== null) return t('from', { from: word(from) })
    return until === null ? '' : t('until', { until: word(until) })
  }
}

type Translate = ReturnType<typeof useTranslations<never>>

/** Null for what has a name of its own, or is not known here. */
function knownChoice(t: Translate, filter: CountedFilter, value: string): string | null {
  const oneOf = <T extends string>(values: readonly T[]) => values.find((one) => one === value)
  const yesNo = value === '1' ? 'yes' : 'no'
  switch (filter) {
    case 'states': {
      const state = oneOf(TASK_STATUSES)
      return state ? t(`states.${state}`) : null
    }
    case 'modes': {
      const mode = oneOf(MODES)
      return mode ? t(`form.modes.${mode}`) : null
    }
    case 'styles': {
      const style = oneOf(STYLES)
      return style ? t(`values.style.${style}`) : null
    }
    case 'cameras': {
      const move = oneOf(CAMERA_MOVEMENTS)
      return move ? t(`cameraMoves.${move}`) : null
    }
    case 'models':
      return findModel(value)?.label ?? null
    case 'seconds':
      return t('settings.seconds', { seconds: Number(value) })
    case 'rating':
      return t('filters.stars', { stars: Number(value) })
    case 'isFavorite':
      return t('filters.names.isFavorite')
    case 'hasSound':
      return t(`filters.sound.${yesNo}`)
    case 'isRemixed':
      return t(`filters.remixed.${yesNo}`)
    default:
      return null
  }
}
