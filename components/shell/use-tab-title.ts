import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useIsHidden } from '@/lib/client/browser-facts'
import { keepTitle } from '@/lib/client/notices/keep-title'
import { onNews } from '@/lib/client/notices/news'
import { useNotices } from '@/lib/client/notices/notice-preferences'
import { endingOf, type Ending } from '@/lib/client/notices/tell'
import { taskQueries } from '@/lib/client/task-queries'

type Heard = { inFlight: number; ending: Ending | null }

/** How many are in flight; and in a tab that nobody looks at, once all have ended, how. */
export function useTabTitle(): void {
  const t = useTranslations('notices')
  const name = useTranslations('shell')('name')
  const { tab } = useNotices()
  const isHidden = useIsHidden()
  const { data: queue } = useQuery(taskQueries.queue())
  // While hidden nothing is asked: only what is heard counts.
  const heard = useHeard(isHidden)
  const inFlight = heard?.inFlight ?? (queue ? queue.queued + queue.running : 0)
  const title = useRef<ReturnType<typeof keepTitle> | null>(null)
  const words = { done: `✓ ${t('done')}`, failed: `! ${t('failed')}`, needs: `! ${t('needsYou')}` }
  const text =
    inFlight > 0 ? `(${inFlight})` : isHidden && heard?.ending ? words[heard.ending] : null

  useEffect(() => {
    if (!tab) return
    title.current = keepTitle(name)
    return () => {
      title.current?.end()
      title.current = null
    }
  }, [tab, name])
  useEffect(() => {
    title.current?.set(text === null ? null : { kind: inFlight > 0 ? 'before' : 'instead', text })
  }, [tab, name, text, inFlight])
}

/** What came since the tab was hidden; null while it is seen, and until something came. */
function useHeard(isHidden: boolean): Heard | null {
  const [heard, setHeard] = useState<Heard | null>(null)
  useEffect(() => {
    if (!isHidden) return
    const stop = onNews(({ event, isEnd, inFlight }) =>
      setHeard((before) => ({
        inFlight,
        ending: isEnd
          ? worse(before?.ending ?? null, endingOf(event.status))
          : (before?.ending ?? null),
      })),
    )
    return () => {
      stop()
      setHeard(null)
    }
  }, [isHidden])
  return heard
}

/** Of two ends the one that somebody must know of. */
function worse(a: Ending | null, b: Ending | null): Ending | null {
  if (a === 'needs' || b === 'needs') return 'needs'
  return a === 'done' || b === 'done' ? 'done' : (a ?? b)
}
