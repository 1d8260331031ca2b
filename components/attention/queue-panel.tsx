import type { ReactNode } from 'react'
import HardDrive from 'lucide-react/icons/hard-drive'
import Pause from 'lucide-react/icons/pause'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useResumeQueue } from '@/lib/client/task-mutations'
import { taskQueries } from '@/lib/client/task-queries'
import { addToast } from '@/lib/client/toasts'
import type { QueueOnWire } from '@/lib/shared/wire'
import { LocalTime } from '../player/local-time'
import { KEY_REASONS } from '../shell/pause-reasons'
import { ActionError } from '../task/action-error'
import { Button, buttonClass } from '../ui/button'

/** Why nothing is sent, and the one click after which it is. */
export function QueuePanel() {
  const t = useTranslations()
  const { data: queue } = useQuery(taskQueries.queue())
  return (
    <div role="status" className="flex flex-col gap-4 empty:hidden">
      {queue?.paused && <Paused paused={queue.paused} queued={queue.queued} />}
      {queue?.diskFull && (
        <Box icon={<HardDrive aria-hidden className="size-5" />} title={t('attention.diskFull')}>
          <p>{t('banners.diskFull')}</p>
        </Box>
      )}
    </div>
  )
}

function Paused({
  paused,
  queued,
}: {
  paused: NonNullable<QueueOnWire['paused']>
  queued: number
}) {
  const t = useTranslations('attention')
  const banners = useTranslations('banners')
  const resume = useResumeQueue()
  const { reason, message, since } = paused
  const handleResume = () =>
    resume.mutate(undefined, {
      onSuccess: (queue) => {
        if (!queue.paused) addToast({ text: t('resumed'), isFinal: true })
      },
    })
  return (
    <Box icon={<Pause aria-hidden className="size-5" />} title={t('paused')}>
      <p>{message}</p>
      <p className="text-meta text-soft">
        {t.rich('pausedSince', { count: queued, time: () => <LocalTime iso={since} /> })}
      </p>
      <div className="flex flex-wrap gap-2 pt-2 empty:hidden">
        {reason !== 'key_unreadable' && (
          <Button look="primary" disabled={resume.isPending} onClick={handleResume}>
            {resume.isPending ? banners('resuming') : banners('resume')}
          </Button>
        )}
        {KEY_REASONS.includes(reason) && (
          <Link href="/settings" className={buttonClass()}>
            {banners('settings')}
          </Link>
        )}
      </div>
      <ActionError error={resume.error} />
    </Box>
  )
}

function Box({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="flex gap-3 rounded-card border border-needs bg-surface p-4">
      <span className="mt-0.5 shrink-0 text-needs">{icon}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <h2 className="font-semibold">{title}</h2>
        {children}
      </div>
    </section>
  )
}
