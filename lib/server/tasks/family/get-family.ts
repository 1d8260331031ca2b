import type { Person } from '../../accounts/person'
import { readTask } from '../get-task'
import { ancestorIds, childIds, siblingIds } from '../store/family'
import { findTasks } from '../store/tasks'
import type { TaskRow } from '../store/task-row'

/** More of a line nobody follows, and more of a kind nobody looks through at the side of a clip: the gallery finds them. */
const ANCESTORS_MAX = 30
const OF_A_KIND_MAX = 24

export type Family = { ancestors: TaskRow[]; siblings: TaskRow[]; children: TaskRow[] }

/** Where a task comes from, the first of the line first, and what came of it and beside it, newest first. Throws AppError not_found. */
export async function getFamily(options: { person: Person; id: string }): Promise<Family> {
  const { id } = await readTask(options)
  const [ancestors, siblings, children] = await Promise.all([
    ancestorIds(id, ANCESTORS_MAX),
    siblingIds(id, OF_A_KIND_MAX),
    childIds(id, OF_A_KIND_MAX),
  ])
  const rows = await findTasks([...new Set([...ancestors, ...siblings, ...children])])
  const only = (ids: readonly string[]) => rows.filter((row) => ids.includes(row.id))
  return { ancestors: only(ancestors), siblings: only(siblings), children: only(children) }
}
