import type { Person } from '../../accounts/person'
import { clipFileName } from '../../tasks/archive/clip-file-name'
import { tasksById, type TaskRow } from '../../tasks/tasks-by-id'
import { keptAfter } from './store/downloads'

/** Rows at a time: as many as are in memory at once. */
const TASKS_AT_A_TIME = 100

export type SavedClip = {
  /** In the archive; no two are the same. */
  name: string
  sha256: string
  bytes: number
  at: Date
}
export type TaskWithClips = { task: TaskRow; clips: SavedClip[] }

/** What was selected, in its order, a part at a time: always with the same names as long as nothing has gone. */
export async function* tasksOf(person: Person, id: string): AsyncGenerator<TaskWithClips> {
  const nameOnce = createNames()
  for (let place = -1; ;) {
    const items = await keptAfter(id, place, TASKS_AT_A_TIME)
    const last = items.at(-1)
    if (!last) return
    place = last.position
    const tasks = await tasksById({ person, ids: items.map(({ taskId }) => taskId) })
    for (const task of tasks) yield { task, clips: clipsOf(task, nameOnce) }
  }
}

function clipsOf(task: TaskRow, nameOnce: (name: string) => string): SavedClip[] {
  return task.outputs.flatMap(({ position, savedAt, sha256, bytes }) => {
    if (!savedAt || !sha256 || bytes === null) return []
    const name = nameOnce(clipFileName(task, position))
    return [{ name, sha256, bytes, at: task.finishedAt ?? savedAt }]
  })
}

/** A second one of a name gets a number, also where a file system does not tell large letters from small. */
function createNames() {
  const taken = new Set<string>()
  return (name: string) => {
    const stem = name.replace(/\.mp4$/, '')
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      unique = `${stem}-${number}.mp4`
    }
    taken.add(unique.toLowerCase())
    return unique
  }
}
