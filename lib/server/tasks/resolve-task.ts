import { AppError } from '@/lib/shared/errors'
import type { Resolution } from '@/lib/shared/resolution'
import type { Person } from '../accounts/person'
import { isUniqueViolation } from '../db/driver-error'
import { getTask } from './get-task'
import { decide, type Decision, type Standing } from './store/tasks'
import type { TaskRow } from './store/task-row'

/**
 * A person's word on an `unconfirmed` task, applied only while `attempt` is current (else 409), so that a double click on
 * "send again" pays once. Throws AppError: invalid (the task id belongs to another task), conflict, not_found.
 */
export async function resolveTask(options: {
  person: Person
  id: string
  resolution: Resolution
}): Promise<TaskRow> {
  const { person, id, resolution } = options
  const task = await getTask(options)
  const now = new Date()
  const { action, attempt } = resolution
  const detail = { attempt, ...(action === 'attach' && { upstreamTaskId: resolution.taskId }) }
  try {
    const isDecided = await decide({
      ...openState(resolution, task),
      id,
      attempt,
      data: outcome(resolution, task, now),
      note: { owner: person.id, action, detail },
      now,
    })
    if (!isDecided) throw new AppError('conflict')
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('invalid', 'task id taken', {
      fields: [{ path: 'taskId', code: 'task_id_taken' }],
    })
  }
  return getTask(options)
}

/** A lost result can be asked for again, which is free, or let go; everything else is decided while `unconfirmed`. */
function openState({ action }: Resolution, task: TaskRow): Pick<Standing, 'from' | 'errorCode'> {
  const isLost = task.status === 'failed' && task.errorCode === 'result_lost'
  if (isLost && action !== 'resend') return { from: ['failed'], errorCode: 'result_lost' }
  return { from: ['unconfirmed'] }
}

function outcome(resolution: Resolution, task: TaskRow, now: Date): Decision {
  switch (resolution.action) {
    case 'attach':
      return {
        status: 'running',
        upstreamTaskId: resolution.taskId,
        submittedAt: now, // the day in which a result is looked for begins anew
        finishedAt: null,
        errorCode: null,
        dueAt: now,
        tries: 0,
      }
    case 'resend':
      return { status: 'queued', attempt: task.attempt + 1, errorCode: null, dueAt: now, tries: 0 }
    case 'dismiss':
      return { status: 'failed', errorCode: 'dismissed', finishedAt: now }
  }
}
