import { milestone } from '../milestone'
import { archiveTask } from './archive/archive-task'
import { askTask } from './ask-task'
import { watchForDamage } from './archive/damage'
import type { Claim } from './store/claims'
import { findTask } from './store/tasks'
import { submitTask } from './submit-task'

/** Takes a claimed task one step further. `signal` ends what is free to repeat; a paid request is never broken off. */
export function advanceTask(claim: Claim, signal: AbortSignal): Promise<void> {
  return watchForDamage(() => advance(claim, signal))
}

async function advance(claim: Claim, signal: AbortSignal): Promise<void> {
  const task = await findTask(claim.id)
  if (!task || task.leaseToken !== claim.token) return
  if (task.status === 'submitting') {
    milestone('submit.claimed')
    return submitTask(claim, task)
  }
  if (task.status === 'running') {
    milestone('question.claimed')
    return askTask(claim, task, signal)
  }
  if (task.status === 'archiving') {
    milestone('archive.claimed')
    return archiveTask(claim, task, signal)
  }
}
