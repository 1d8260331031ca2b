'use client'

import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { DoneCard } from './done-card'
import { EndedCard } from './ended-card'
import { RunningCard } from './running-card'

export function ClipCard({ task }: { task: TaskOnWire }) {
  if (task.status === 'succeeded') return <DoneCard task={task} />
  return isActive(task.status) ? <RunningCard task={task} /> : <EndedCard task={task} />
}
