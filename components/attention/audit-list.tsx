import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { attentionQueries } from '@/lib/client/attention-queries'
import { useRestoreTask } from '@/lib/client/task-mutations'
import { addToast } from '@/lib/client/toasts'
import type { AuditEntryOnWire } from '@/lib/shared/audit'
import { LocalTime } from '../player/local-time'
import { useErrorSentence } from '../shell/error-sentence'
import { AuditWords } from '../task/audit-words'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'
import { TextButton } from '../ui/text-button'

/** Who decided what, and when. What was deleted can be put back from here while it is in the trash. */
export function AuditList() {
  const t = useTranslations('audit')
  const attention = useTranslations('attention')
  const list = useInfiniteQuery(attentionQueries.audit())
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <section aria-labelledby="audit" className="flex flex-col gap-3 border-t border-line pt-6">
      <div>
        <h2 id="audit" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-meta text-soft">{entries.length > 0 ? t('text') : t('none')}</p>
      </div>
      {entries.length > 0 && (
        <ol aria-labelledby="audit" className="divide-y divide-line text-meta">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <ErrorText>{list.isFetchNextPageError && attention('moreFailed')}</ErrorText>
      {list.hasNextPage && (
        <Button
          look="quiet"
          className="self-center"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {attention('more')}
        </Button>
      )}
    </section>
  )
}

function AuditRow({ entry }: { entry: AuditEntryOnWire }) {
  const t = useTranslations('audit')
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <span className="text-soft max-sm:col-span-2">
        <LocalTime iso={entry.at} />{' '}
        <span className="sm:hidden">{t('who', { owner: entry.owner })}</span>
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <AuditWords entry={entry} />
        <OfTask entry={entry} />
      </span>
      <span className="flex items-center gap-3">
        {entry.action === 'delete' && entry.task?.isDeleted && entry.taskId && (
          <PutBack id={entry.taskId} />
        )}
        <span className="text-soft max-sm:hidden">{t('who', { owner: entry.owner })}</span>
      </span>
    </li>
  )
}

function OfTask({ entry: { task, taskId } }: { entry: AuditEntryOnWire }) {
  const t = useTranslations('audit')
  if (!taskId) return null
  if (!task || task.isDeleted) {
    return (
      <span className="line-clamp-1 text-soft">
        {task?.prompt} {t('gone')}
      </span>
    )
  }
  return (
    <Link
      href={`/tasks/${taskId}`}
      className="line-clamp-1 min-h-6 min-w-6 text-soft underline-offset-2 hover:text-text hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:leading-11"
    >
      {task.prompt}
    </Link>
  )
}

function PutBack({ id }: { id: string }) {
  const t = useTranslations('audit')
  const sentence = useErrorSentence()
  const restore = useRestoreTask()
  const handleClick = () =>
    restore.mutate(id, {
      onSuccess: () => addToast({ text: t('putBackDone'), isFinal: true }),
      onError: (error) => addToast({ text: sentence(error) }),
    })
  return (
    <TextButton disabled={restore.isPending} onClick={handleClick} className="underline">
      {t('putBack')}
    </TextButton>
  )
}
