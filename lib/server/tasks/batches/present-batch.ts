import type { BatchOnWire, BatchWithTasks, CanceledBatch } from '@/lib/shared/batch-wire'
import type { Locale } from '@/lib/shared/locale'
import type { Estimate } from '@/lib/shared/pricing'
import { isActive, TASK_STATUSES, type TaskStatus } from '@/lib/shared/task-states'
import type { BatchState, WholeBatch } from './get-batch'
import { presentTask } from '../present-task'
import { readEstimate } from '../store/task-row'

/** A batch as the wire has it. */
export function presentBatch({ batch, groups }: BatchState): BatchOnWire {
  const counts = countStates(groups)
  const total = TASK_STATUSES.reduce((sum, status) => sum + counts[status], 0)
  const isOver = TASK_STATUSES.every((status) => counts[status] === 0 || !isActive(status))
  const isHeld = batch.pausedAt !== null && counts.queued > 0
  return {
    id: batch.id,
    name: batch.name,
    status: isOver ? 'done' : isHeld ? 'paused' : 'active',
    pausedAt: batch.pausedAt?.toISOString() ?? null,
    total,
    counts,
    estimate: sumEstimates(groups),
    createdAt: batch.createdAt.toISOString(),
    owner: batch.owner,
  }
}

export function presentWholeBatch(whole: WholeBatch, locale: Locale): BatchWithTasks {
  return { ...presentBatch(whole), tasks: whole.tasks.map((task) => presentTask(task, locale)) }
}

export function presentCanceled(state: BatchState & { canceledNow: number }): CanceledBatch {
  const batch = presentBatch(state)
  const { submitting, running, archiving } = batch.counts
  return { ...batch, canceledNow: state.canceledNow, goingOn: submitting + running + archiving }
}

function countStates(groups: BatchState['groups']): Record<TaskStatus, number> {
  const count = (wanted: TaskStatus) =>
    groups.reduce((sum, group) => sum + (group.status === wanted ? group.count : 0), 0)
  return {
    queued: count('queued'),
    submitting: count('submitting'),
    running: count('running'),
    archiving: count('archiving'),
    succeeded: count('succeeded'),
    failed: count('failed'),
    unconfirmed: count('unconfirmed'),
    canceled: count('canceled'),
  }
}

/** One batch was priced by one table, so there is one currency. */
function sumEstimates(groups: BatchState['groups']): BatchOnWire['estimate'] {
  const priced = groups.flatMap(({ status, estimate, count }) => {
    const one = status === 'canceled' ? null : readEstimate(estimate)
    return one ? [{ one, count }] : []
  })
  const [first] = priced
  if (!first) return null
  const sum = (pick: (one: Estimate) => number) =>
    Math.round(priced.reduce((total, { one, count }) => total + pick(one) * count, 0) * 1e6) / 1e6
  const amount = sum((one) => one.amount)
  const { currency } = first.one
  return {
    credits: sum((one) => one.credits),
    usd: currency === 'USD' ? amount : null,
    amount,
    currency,
  }
}
