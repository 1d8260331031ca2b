'use client'

import FlaskConical from 'lucide-react/icons/flask-conical'
import HardDrive from 'lucide-react/icons/hard-drive'
import Pause from 'lucide-react/icons/pause'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useResumeQueue } from '@/lib/client/task-mutations'
import { taskQueries } from '@/lib/client/task-queries'
import type { PauseReason } from '@/lib/shared/errors'
import { Button, buttonClass } from '../ui/button'
import { Notice } from '../ui/notice'
import { TEXT_BUTTON } from '../ui/text-button'
import { useErrorSentence } from './error-sentence'
import { KEY_REASONS } from './pause-reasons'

/** What everybody must know on every page: whose clips these are, and what holds the queue up. */
export function Banners(props: { isSimulator: boolean; arePicturesReachable: boolean }) {
  const t = useTranslations('banners')
  const { data: queue } = useQuery(taskQueries.queue())
  const code = (chunks: React.ReactNode) => <code>{chunks}</code>
  // What holds the queue up is told there at length.
  const isTold = usePathname() === '/attention'
  return (
    <section aria-label={useTranslations('shell')('notices')}>
      {props.isSimulator && (
        <Notice
          look="quiet"
          icon={<FlaskConical />}
          action={
            <Link href="/settings" className={`${TEXT_BUTTON} underline`}>
              {t('addKey')}
            </Link>
          }
        >
          {t('simulator')}
        </Notice>
      )}
      {!props.arePicturesReachable && (
        <Notice look="needs" icon={<TriangleAlert />}>
          {t.rich('unreachable', { code })}
        </Notice>
      )}
      <div role="status">
        {queue?.paused && !isTold && <PausedNotice {...queue.paused} />}
        {queue?.diskFull && !isTold && (
          <Notice look="needs" icon={<HardDrive />}>
            {t('diskFull')}
          </Notice>
        )}
      </div>
    </section>
  )
}

function PausedNotice({ reason, message }: { reason: PauseReason; message: string }) {
  const t = useTranslations('banners')
  const resume = useResumeQueue()
  const sentence = useErrorSentence()
  return (
    <Notice
      look="needs"
      icon={<Pause />}
      action={
        <span className="flex shrink-0 gap-2 max-sm:flex-col">
          {KEY_REASONS.includes(reason) && (
            <Link href="/settings" className={buttonClass('quiet')}>
              {t('settings')}
            </Link>
          )}
          <Link href="/attention" className={buttonClass('quiet', 'max-sm:hidden')}>
            {t('look')}
          </Link>
          {reason !== 'key_unreadable' && (
            <Button disabled={resume.isPending} onClick={() => resume.mutate()}>
              {resume.isPending ? t('resuming') : t('resume')}
            </Button>
          )}
        </span>
      }
    >
      {message} {resume.error && <strong role="alert">{sentence(resume.error)}</strong>}
    </Notice>
  )
}
