import type { ReactNode } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { cleanup, configure, render } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import '@/lib/client/test-browser'
import { attentionQueries } from '@/lib/client/attention-queries'
import { createQueryClient } from '@/lib/client/query-client'
import { taskQueries } from '@/lib/client/task-queries'
import { TestAddress } from '@/lib/client/test-address'
import { aPage, aQueue } from '@/lib/client/test-builders'
import { clearToasts } from '@/lib/client/toasts'
import type { Locale } from '@/lib/shared/locale'
import { loadMessages } from '@/lib/shared/messages/load-messages'
import type { QueueOnWire, TaskPage } from '@/lib/shared/wire'

// What a page loads late takes its time on a machine that does other things as well.
configure({ asyncUtilTimeout: 5_000 })

const MESSAGES = { en: await loadMessages('en'), zh: await loadMessages('zh') }

/** What the App Router gives to a page; a test looks at where it was sent. */
export function aRouter() {
  return {
    push: vi.fn(),
    replace: vi.fn(),
    refresh: vi.fn(),
    prefetch: vi.fn(),
    back: vi.fn(),
    forward: vi.fn(),
    bfcacheId: 'test',
  }
}

/** Draws a part of a page as the layout would: in a language, with what the server has already fetched. */
export function renderInStudio(
  children: ReactNode,
  options: {
    locale?: Locale
    /** The first page of the list; null where the server could not fetch it. */
    list?: TaskPage | null
    queue?: QueueOnWire
    router?: ReturnType<typeof aRouter>
    /** Gets what the server has fetched for a page of its own. */
    fill?: (client: QueryClient) => void
  } = {},
) {
  const { locale = 'en', list = aPage([]), queue = aQueue(), router = aRouter(), fill } = options
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  if (list) client.setQueryData(taskQueries.list().queryKey, { pages: [list], pageParams: [null] })
  client.setQueryData(taskQueries.queue().queryKey, queue)
  for (const task of list?.tasks ?? []) {
    client.setQueryData(taskQueries.one(task.id).queryKey, task)
    client.setQueryData(attentionQueries.history(task.id).queryKey, { entries: [] })
  }
  fill?.(client)
  return {
    client,
    router,
    ...render(
      <AppRouterContext value={router}>
        <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC">
          <QueryClientProvider client={client}>
            <TestAddress>{children}</TestAddress>
          </QueryClientProvider>
        </NextIntlClientProvider>
      </AppRouterContext>,
    ),
  }
}

/** For every file of component tests: a clean page each time, and React's complaints are failures. */
export function watchConsole(): void {
  let complaints: MockInstance<typeof console.error>
  beforeEach(() => {
    window.sessionStorage.clear()
    window.localStorage.clear()
    complaints = vi.spyOn(console, 'error')
  })
  afterEach(() => {
    cleanup()
    clearToasts()
    expect(complaints.mock.calls).toEqual([])
  })
}
