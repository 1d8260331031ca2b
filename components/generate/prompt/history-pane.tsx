import { useEffect, useState } from 'react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { promptQueries } from '@/lib/client/prompt-queries'
import { LocalTime } from '../../player/local-time'
import { Button } from '../../ui/button'
import { ChoiceButton, ChoiceList } from './choice-list'
import { PaneState } from './pane-state'
import { SearchBox } from './search-box'

/** Milliseconds without a letter until the studio is asked. */
const PAUSE_MS = 200

/** The person's own prompts, each once. */
export function HistoryPane({ onChoose }: { onChoose: (prompt: string) => void }) {
  const t = useTranslations('promptLibrary')
  const [query, setQuery] = useState('')
  const asked = useSettled(query.trim())
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({ ...promptQueries.used(asked), placeholderData: keepPreviousData })
  const prompts = data?.pages.flatMap((page) => page.prompts) ?? []
  const none = asked === '' ? t('historyNone') : t('nothingFound', { query: asked })
  return (
    <ChoiceList>
      <div className="px-4 pb-3">
        <SearchBox value={query} onChange={setQuery} />
      </div>
      <div className="min-h-40 flex-1 overflow-y-auto border-t border-line p-2">
        <ul aria-label={t('historyTitle')}>
          {prompts.map(({ prompt, lastUsedAt }) => (
            <li key={prompt}>
              <ChoiceButton
                prompt={prompt}
                note={<LocalTime iso={lastUsedAt} />}
                onChoose={() => onChoose(prompt)}
              />
            </li>
          ))}
        </ul>
        <PaneState
          isLoading={isPending}
          error={error}
          none={data && prompts.length === 0 ? none : null}
          onRetry={() => void refetch()}
        />
        {hasNextPage && !error && (
          <Button
            look="quiet"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
            className="w-full"
          >
            {isFetchingNextPage ? t('loading') : t('more')}
          </Button>
        )}
      </div>
    </ChoiceList>
  )
}

/** A text when it has not changed for a moment; at once when it was emptied. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
