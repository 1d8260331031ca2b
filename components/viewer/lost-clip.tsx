import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFetchClipAgain } from '@/lib/client/task-mutations'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ActionError } from '../task/action-error'
import { Button, buttonClass } from '../ui/button'
import { LocalTime } from '../player/local-time'
import type { ClipTrouble } from './use-clip-trouble'

/** Where a clip should be and is not: what happened, what is known of it, and what can still be done. Never a black box. */
export function LostClip({ task, trouble }: { task: TaskOnWire; trouble: ClipTrouble }) {
  const t = useTranslations('lostClip')
  const format = useFormatter()
  const { mutate: fetchAgain, isPending, error } = useFetchClipAgain()
  const [video] = task.videos
  const [input] = task.inputs
  const isInTrash = task.deletedAt !== null
  if (!video) return null
  return (
    <div
      role="alert"
      className="grid min-h-full w-full place-content-center justify-items-center gap-3 p-14 text-center text-control wrap-anywhere text-on-night-soft"
    >
      <p className="text-prompt font-medium text-on-night">{t(`${trouble}.title`)}</p>
      <p className="max-w-prose">{t(`${trouble}.text`)}</p>
      {trouble === 'gone' && (
        <dl className="grid grid-cols-[auto_auto] gap-x-3 text-left text-meta">
          <dt>{t('savedAt')}</dt>
          <dd>{video.savedAt && <LocalTime iso={video.savedAt} />}</dd>
          <dt>{t('was')}</dt>
          <dd>
            <code>{video.url.split('/').at(-1)}</code>
          </dd>
          {video.bytes !== null && (
            <>
              <dt>{t('bytes')}</dt>
              <dd>{format.number(video.bytes)}</dd>
            </>
          )}
        </dl>
      )}
      <div className="flex flex-wrap justify-center gap-2">
        {trouble === 'unplayable' && (
          <a href={video.downloadUrl} download className={buttonClass('primary')}>
            {t('download')}
          </a>
        )}
        {trouble === 'gone' && task.taskId && !isInTrash && (
          <Button look="primary" disabled={isPending} onClick={() => fetchAgain(task.id)}>
            {isPending ? t('asking') : t('fetchAgain')}
          </Button>
        )}
        {!isInTrash && (
          <Link href={`/?from=${encodeURIComponent(task.id)}`} className={buttonClass()}>
            {t('useAgain')}
          </Link>
        )}
        {input && (
          <a href={input.url} download className={buttonClass()}>
            {t('input')}
          </a>
        )}
      </div>
      <ActionError error={error} />
    </div>
  )
}
