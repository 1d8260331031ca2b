'use client'

import { useState, type ReactNode } from 'react'
import { HydrationBoundary, QueryClientProvider, type DehydratedState } from '@tanstack/react-query'
import { createQueryClient } from '@/lib/client/query-client'
import { useLiveEvents } from '@/lib/client/use-live-events'
import { KeysPlace } from '../keys/keys-place'
import { ChangePlace } from '../keeping/change-place'
import { NoticePlace } from './notice-place'
import { ToastPlace } from './toast-place'

/** The data of the whole page, kept true by live events. `state` is what the server already knows. */
export function Providers({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state}>
        <LiveEvents />
        {children}
        <ToastPlace />
        <NoticePlace />
        <ChangePlace />
        <KeysPlace />
      </HydrationBoundary>
    </QueryClientProvider>
  )
}

function LiveEvents() {
  useLiveEvents()
  return null
}
