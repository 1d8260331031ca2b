import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useJoinSentences } from '../shell/join-sentences'
import { TEXT_BUTTON } from '../ui/text-button'
import { useOutlookWords } from './outlook-words'

/** What happens next with a task, in every state: while it is under way when, and after that what was kept and what to do. */
export function NextWords({ task }: { task: TaskOnWire }) {
  const t = useTranslations('outlook')
  const words = useOutlookWords(task)
  const ended = useEndedWords(task)
  if (!words) return <>{ended}</>
  const isHeld = words.kind === 'paused'
  return (
    <>
      {words.long}
      {isHeld && ' '}
      {isHeld && (
        <Link href="/attention" className={`${TEXT_BUTTON} underline`}>
          {t('pausedLink')}
        </Link>
      )}
    </>
  )
}

function useEndedWords({ status, error }: TaskOnWire): string {
  const t = useTranslations('outlook')
  const next = useTranslations('next')
  const join = useJoinSentences()
  if (status === 'unconfirmed') return join(t('waits'), next('unconfirmed'))
  if (status !== 'failed') return next(status)
  if (error?.code === 'result_lost') return join(t('kept'), t('lost'))
  if (error?.code === 'dismissed') return join(t('kept'), t('letGo'))
  return join(t('kept'), next('failed'))
}
