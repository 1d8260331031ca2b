import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { promptQueries } from '@/lib/client/prompt-queries'
import type { TemplateOnWire } from '@/lib/shared/prompts'
import { ChoiceList } from './choice-list'
import { PaneState } from './pane-state'
import { SaveTemplate } from './save-template'
import { SearchBox } from './search-box'
import { TemplateRow } from './template-row'

/** From so many on there is something to search. */
const SEARCHED_FROM = 6

/** What the person keeps under names. */
export function TemplatesPane(props: {
  onChoose: (prompt: string, negativePrompt: string | null) => void
}) {
  const t = useTranslations('promptLibrary')
  const [query, setQuery] = useState('')
  const [news, setNews] = useState('')
  const { data, error, isPending, refetch } = useQuery(promptQueries.templates())
  const templates = data?.templates ?? []
  const found = templates.filter((template) => isFound(template, query.trim()))
  const none = templates.length === 0 ? t('templatesNone') : t('nothingFound', { query })
  return (
    <ChoiceList>
      <div className="flex flex-col gap-3 px-4 pb-3">
        <SaveTemplate onNews={setNews} />
        {templates.length >= SEARCHED_FROM && <SearchBox value={query} onChange={setQuery} />}
        <p role="status" className="text-meta text-soft empty:hidden">
          {news}
        </p>
      </div>
      <div className="min-h-40 flex-1 overflow-y-auto border-t border-line p-2">
        <ul aria-label={t('templatesTitle')} tabIndex={-1} className="outline-none">
          {found.map((template) => (
            <li key={template.id}>
              <TemplateRow
                template={template}
                onChoose={() => props.onChoose(template.prompt, template.negativePrompt)}
                onNews={setNews}
              />
            </li>
          ))}
        </ul>
        <PaneState
          isLoading={isPending}
          error={error}
          none={data && found.length === 0 ? none : null}
          onRetry={() => void refetch()}
        />
      </div>
    </ChoiceList>
  )
}

function isFound({ name, prompt, negativePrompt }: TemplateOnWire, query: string): boolean {
  const text = [name, prompt, negativePrompt ?? ''].join('\n').toLowerCase()
  return text.includes(query.toLowerCase())
}
