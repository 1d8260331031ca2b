'use client'

import { useQuery } from '@tanstack/react-query'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { NextWords } from '../player/next-words'
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
  return (
    <div className="flex flex-col gap-1.5">
      <div role="status" className="flex flex-col gap-1.5">
        <TaskState status={task.status} />
        {task.error && <p>{task.error.message}</p>}
      </div>
      {/* Outside of what is spoken by itself: it goes on with the time. */}
      <p className="text-meta text-soft">
        <NextWords task={task} />{' '}
        {isActive(task.status) && <TimeSince iso={task.submittedAt ?? task.createdAt} />}
      </p>
    </div>
  )
}
