'use client'

import { useQuery } from '@tanstack/react-query'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { TimeSince } from '../player/span-of-time'
import { TaskState } from '../player/task-state'
import { TEXT_BUTTON } from '../ui/text-button'
import { ResolvePanel } from './resolve-panel'
import { TaskActions } from './task-actions'
import { TaskFacts } from './task-facts'
import { TaskHistory } from './task-history'
import { TaskPrompt } from './task-prompt'
import { Viewer } from './viewer'

/** One task: its clip in the dark, and beside it all that is known of it. */
export function TaskView({ id }: { id: string }) {
  // The server has filled it before the page came.
  const { data: task } = useQuery(taskQueries.one(id))
  const t = useTranslations('task')
  if (!task) return null
  return (
    <div
      data-task={task.id}
      data-status={task.status}
      data-panes="lg"
      className="flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_var(--container-sheet)]"
    >
      <Viewer task={task} />
      <div className="flex flex-col gap-6 border-line p-4 sm:p-6 lg:overflow-y-auto lg:border-l">
        <Link href="/gallery" className={`-my-1.5 self-start ${TEXT_BUTTON}`}>
          <ArrowLeft aria-hidden className="size-4" />
          {t('back')}
        </Link>
        <TaskPrompt prompt={task.prompt} />
        <Status task={task} />
        {task.status === 'unconfirmed' && <ResolvePanel key={task.attempt} task={task} />}
        <TaskActions task={task} />
        <TaskHistory task={task} />
        <TaskFacts task={task} />
      </div>
    </div>
  )
}

function Status({ task }: { task: TaskOnWire }) {
  const next = useTranslations('next')
  return (
    <div role="status" className="flex flex-col gap-1.5">
      <p className="flex items-center justify-between gap-3">
        <TaskState status={task.status} />
        {isActive(task.status) && (
          <span className="text-meta text-soft">
            <TimeSince iso={task.submittedAt ?? task.createdAt} />
          </span>
        )}
      </p>
      {task.error && <p>{task.error.message}</p>}
      <p className="text-meta text-soft">{next(task.status)}</p>
    </div>
  )
}
