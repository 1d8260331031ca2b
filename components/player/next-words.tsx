import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
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
  if (status === 'unconfirmed') return `${t('waits')} ${next('unconfirmed')}`
  if (status !== 'failed') return next(status)
  if (error?.code === 'result_lost') return `${t('kept')} ${t('lost')}`
  if (error?.code === 'dismissed') return `${t('kept')} ${t('letGo')}`
  return `${t('kept')} ${next('failed')}`
}
