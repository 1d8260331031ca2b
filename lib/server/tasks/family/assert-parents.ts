import { AppError, type FieldProblem } from '@/lib/shared/errors'
import type { NewTask } from '@/lib/shared/task-schema'
import type { Person } from '../../accounts/person'
import { knownTasks } from '../store/family'

/**
 * Throws AppError `invalid` with the place of each parent that is not there; one in the trash is. `at` is what stands before a field
 * of the task with this number.
 */
export async function assertParents(options: {
  person: Person
  tasks: readonly NewTask[]
  at?: (index: number) => string
}): Promise<void> {
  const { tasks, at = () => '' } = options
  const named = new Set(tasks.flatMap(({ parent }) => parent?.taskId ?? []))
  if (named.size === 0) return
  const known = await knownTasks([...named])
  const fields = tasks.flatMap(({ parent }, index): FieldProblem[] =>
    !parent || known.has(parent.taskId)
      ? []
      : [{ path: `${at(index)}parent.taskId`, code: 'unknown_task' }],
  )
  if (fields.length > 0) throw new AppError('invalid', 'a parent is not there', { fields })
}
