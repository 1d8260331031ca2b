import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTimeZone, useTranslations } from 'next-intl'
import { useLocalTimeZone } from '@/lib/client/browser-facts'
import { useClock } from '@/lib/client/clock'
import { taskQueries } from '@/lib/client/task-queries'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useJoinSentences } from '../shell/join-sentences'
import { readOutlook, type OutlookFacts } from './outlook-facts'
import { useLifeSentence } from './life-sentence'

/** As exact as minutes need to be: a page may show hundreds of these. */
const STEP_MS = 10_000

/** What comes next for a task that is under way, and when: in sentences, and in the few words that a card has room for. */
export type OutlookWords = { long: string; short: string | null; kind: OutlookFacts['kind'] }

/** Null for a task that has ended or waits for a person. The words go on with the time. */
export function useOutlookWords(task: TaskOnWire): OutlookWords | null {
  const { data: queue } = useQuery(taskQueries.queue())
  const facts = readOutlook({ task, queue, now: useClock(STEP_MS) })
  const words = useWords()
  return facts && { ...words(facts), kind: facts.kind }
}

function useWords(): (facts: OutlookFacts) => Omit<OutlookWords, 'kind'> {
  const t = useTranslations('outlook')
  const next = useTranslations('next')
  const clock = useClockTime()
  const life = useLifeSentence()
  const join = useJoinSentences()
  return (facts) => {
    switch (facts.kind) {
      case 'queued':
      case 'submitting':
        return { long: next(facts.kind), short: null }
      case 'place': {
        const { place } = facts
        return {
          long: place === 1 ? t('next') : t('place', { place }),
          short: t('placeShort', { place }),
        }
      }
      case 'sendsAt': {
        const time = clock(facts.at)
        return { long: t('sendsAt', { time }), short: t('busyShort', { time }) }
      }
      case 'between': {
        const range = { from: clock(facts.from), until: clock(facts.until) }
        const isOneMinute = range.from === range.until
        return {
          long: isOneMinute ? t('about', { from: range.from }) : t('between', range),
          short: isOneMinute ? range.from : t('betweenShort', range),
        }
      }
      case 'fetching': {
        const { linkLivesMs } = facts
        if (linkLivesMs === null) return { long: t('fetching'), short: null }
        if (linkLivesMs <= 0) return { long: join(t('fetching'), t('linkDead')), short: null }
        const span = life(linkLivesMs)
        return {
          long: join(t('fetching'), t('linkLives', { span })),
          short: t('linkShort', { span }),
        }
      }
      default:
        return { long: t(facts.kind), short: t(`${facts.kind}Short`) }
    }
  }
}

/** Hour and minute in the reader's own zone; while hydrating in the server's, as everywhere (local-time.tsx). */
function useClockTime(): (moment: number) => string {
  const format = useFormatter()
  const timeZone = useLocalTimeZone(useTimeZone())
  return (moment) =>
    format.dateTime(new Date(moment), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
}
