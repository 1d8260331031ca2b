'use client'

import FlaskConical from 'lucide-react/icons/flask-conical'
import HardDrive from 'lucide-react/icons/hard-drive'
import Pause from 'lucide-react/icons/pause'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useResumeQueue } from '@/lib/client/task-mutations'
import { taskQueries } from '@/lib/client/task-queries'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useErrorSentence } from './error-sentence'

/** What everybody must know on every page: whose clips these are, and what holds the queue up. */
export function Banners(props: { isSimulator: boolean; arePicturesReachable: boolean }) {
  const t = useTranslations('banners')
  const { data: queue } = useQuery(taskQueries.queue())
  const code = (chunks: React.ReactNode) => <code>{chunks}</code>
  return (
    <section aria-label={useTranslations('shell')('notices')}>
      {props.isSimulator && (
        <Notice look="quiet" icon={<FlaskConical />}>
          {t.rich('simulator', { code })}
        </Notice>
      )}
      {!props.arePicturesReachable && (
        <Notice look="needs" icon={<TriangleAlert />}>
          {t.rich('unreachable', { code })}
        </Notice>
      )}
      <div role="status">
        {queue?.paused && <PausedNotice message={queue.paused.message} />}
        {queue?.diskFull && (
          <Notice look="needs" icon={<HardDrive />}>
            {t('diskFull')}
          </Notice>
        )}
      </div>
    </section>
  )
}

function PausedNotice({ message }: { message: string }) {
  const t = useTranslations('banners')
  const resume = useResumeQueue()
  const sentence = useErrorSentence()
  return (
    <Notice
      look="needs"
      icon={<Pause />}
      action={
        <Button disabled={resume.isPending} onClick={() => resume.mutate()}>
          {resume.isPending ? t('resuming') : t('resume')}
        </Button>
      }
    >
      {message} {resume.error && <strong role="alert">{sentence(resume.error)}</strong>}
    </Notice>
  )
}
