'use client'

import { useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { createIdempotencyKey } from '@/lib/client/idempotency-key'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { useCancelTask, useRetryTask } from '@/lib/client/task-mutations'
import type { TaskStatus } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { Button, buttonClass } from '../ui/button'
import { ActionError } from './action-error'
import { DeleteTask } from './delete-task'
import { useDecide } from './use-decide'

const RETRIABLE: readonly TaskStatus[] = ['failed', 'canceled']
/** In flight, or with a question open, a task cannot be deleted: what it cost would be lost from sight. */
const DELETABLE: readonly TaskStatus[] = ['queued', 'succeeded', 'failed', 'canceled']

/** What can be done with a task in its state. */
export function TaskActions(props: { task: TaskOnWire; isGone: boolean; onDeleted: () => void }) {
  const { task, isGone, onDeleted } = props
  const t = useTranslations('actions')
  const router = useRouter()
  const download = useRef<HTMLAnchorElement>(null)
  const [video] = task.videos
  const reuse = `/?from=${encodeURIComponent(task.id)}`
  useShortcut('viewer.reuse', () => router.push(reuse))
  useShortcut('viewer.download', () => (download.current ? download.current.click() : false))
  return (
    <section aria-label={t('label')} className="flex flex-wrap items-start gap-2">
      {task.status === 'succeeded' && video && !isGone && (
        <a ref={download} href={video.downloadUrl} download className={buttonClass('primary')}>
          {t('download')}
        </a>
      )}
      {task.status === 'queued' && <CancelButton task={task} />}
      {task.error?.code === 'result_lost' && task.taskId && (
        <AskAgainButton task={task} taskId={task.taskId} />
      )}
      {RETRIABLE.includes(task.status) && <RetryButton task={task} />}
      <Link href={reuse} className={buttonClass('plain')}>
        {t('useAgain')}
      </Link>
      {DELETABLE.includes(task.status) && <DeleteTask id={task.id} hasKey onDone={onDeleted} />}
    </section>
  )
}

function CancelButton({ task }: { task: TaskOnWire }) {
  const t = useTranslations('actions')
  const cancel = useCancelTask()
  return (
    <>
      <Button disabled={cancel.isPending} onClick={() => cancel.mutate(task.id)}>
        {cancel.isPending ? t('working') : t('cancel')}
      </Button>
      <ActionError error={cancel.error} />
    </>
  )
}

/** The clip was paid for: the gateway may still have it. Asking is free. */
export function AskAgainButton({ task, taskId }: { task: TaskOnWire; taskId: string }) {
  const t = useTranslations('actions')
  const { decide, isBusy, error } = useDecide(task)
  return (
    <>
      <Button look="primary" disabled={isBusy} onClick={() => decide({ action: 'attach', taskId })}>
        {isBusy ? t('working') : t('askAgain')}
      </Button>
      <ActionError error={error} />
    </>
  )
}

function RetryButton({ task }: { task: TaskOnWire }) {
  const t = useTranslations('actions')
  const router = useRouter()
  const retry = useRetryTask()
  // One key for this button: however often it is pressed, it makes one new task.
  const [key] = useState(createIdempotencyKey)
  const handleClick = () =>
    retry.mutate({ id: task.id, key }, { onSuccess: (made) => router.push(`/tasks/${made.id}`) })
  const isDone = retry.isPending || retry.isSuccess
  useShortcut('viewer.retry', () => !isDone && handleClick())
  return (
    <>
      <Button
        look={task.error?.code === 'result_lost' ? undefined : 'primary'}
        disabled={isDone}
        onClick={handleClick}
      >
        {retry.isPending ? t('working') : t('retry')}
      </Button>
      <ActionError error={retry.error} />
    </>
  )
}
