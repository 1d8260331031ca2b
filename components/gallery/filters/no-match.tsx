import { useQueries } from '@tanstack/react-query'
import SearchX from 'lucide-react/icons/search-x'
import { useTranslations } from 'next-intl'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { useCounts } from '@/lib/client/gallery/use-counts'
import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import {
  askedChoices,
  askedFilters,
  without,
  withoutFilters,
  type Filter,
} from '@/lib/shared/gallery/filters'
import { galleryParams, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { GalleryCounts } from '@/lib/shared/gallery/gallery-wire'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { labelIn } from './filter-context'
import { useFilterWords } from './use-filter-words'

/** Of no more filters it is asked what they hold back: each is a question to the studio. */
const MOST_WAYS = 8

type NoMatchProps = { query: GalleryQuery; onChange: SetGalleryQuery }

/** Nothing matches: which filter, left out, would bring how many; and the way back to all. */
export function NoMatch({ query, onChange }: NoMatchProps) {
  const t = useTranslations('filters.noMatch')
  const ways = useWays(query)
  const names = useCounts(galleryParams(query).toString(), true)
  const all = useCounts(galleryParams(withoutFilters(query)).toString(), true)
  const total = all.data?.total
  const isPlain = askedFilters(query).length === 0
  return (
    <EmptyState
      picture={<SearchX aria-hidden className="size-10 text-faint" strokeWidth={1.25} />}
      title={useTitle(query, names.isPlaceholderData ? undefined : names.data)}
      action={
        <>
          {!isPlain && <Ways ways={ways} query={query} onChange={onChange} />}
          <Button
            look="primary"
            onClick={() =>
              onChange((now) => ({ ...withoutFilters(now), isTrash: !isPlain && now.isTrash }))
            }
          >
            {total === undefined || isPlain ? t('showAll') : t('all', { count: total })}
          </Button>
        </>
      }
    />
  )
}

function useTitle(query: GalleryQuery, names: GalleryCounts | undefined): string {
  const t = useTranslations('filters.noMatch')
  const filters = askedFilters(query)
  if (filters.length === 0 && query.isTrash) return t('emptyTrash')
  const isGone =
    query.collection !== null && labelIn(names)('collection', query.collection) === null
  if (isGone) return t('goneCollection')
  if (filters.length === 1 && query.collection !== null) return t('emptyCollection')
  return query.isTrash ? t('titleTrash') : t('title')
}

type Way = { filter: Filter; count: number | undefined; hasFailed: boolean }

function useWays(query: GalleryQuery): Way[] {
  const filters = askedFilters(query).slice(0, MOST_WAYS)
  const answers = useQueries({
    queries: filters.map((filter) =>
      galleryQueries.counts(galleryParams(without(query, { filter, value: null })).toString()),
    ),
  })
  return filters.map((filter, index) => ({
    filter,
    count: answers[index]?.data?.total,
    hasFailed: answers[index]?.isError ?? false,
  }))
}

function Ways({ ways, query, onChange }: NoMatchProps & { ways: readonly Way[] }) {
  const t = useTranslations('filters')
  const form = useTranslations('form')
  const names = useCounts(galleryParams(query).toString(), true)
  const words = useFilterWords(labelIn(names.data))
  const isLooking = ways.some(({ count, hasFailed }) => count === undefined && !hasFailed)
  if (isLooking) return <p className="text-soft">{t('noMatch.looking')}</p>
  const useful = ways
    .filter(({ count = 0 }) => count > 0)
    .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0))
  if (useful.length === 0) return <p className="text-soft">{t('noMatch.nothing')}</p>
  return (
    <div className="w-full">
      <p className="mb-2 text-soft">{t('noMatch.text')}</p>
      <ul className="flex flex-col gap-1.5">
        {useful.map(({ filter, count = 0 }) => {
          const asked = askedChoices(query).filter((one) => one.filter === filter)
          const name = asked.map((one) => words.asked(query, one)).join(form('comma'))
          return (
            <li key={filter}>
              <Button
                onClick={() => onChange((now) => without(now, { filter, value: null }))}
                className="h-auto! min-h-9 w-full justify-between! py-1.5 whitespace-normal!"
              >
                <span className="min-w-0 text-left">{t('noMatch.without', { name })}</span>
                <span className="shrink-0 text-meta font-normal text-soft tabular-nums">
                  {t('of', { count })}
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
