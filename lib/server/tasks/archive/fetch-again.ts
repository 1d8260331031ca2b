import { AppError } from '@/lib/shared/errors'
import type { Person } from '../../accounts/person'
import { env } from '../../env'
import { clipKey } from '../../storage/media-key'
import { storage } from '../../storage/storage'
import { getTask } from '../get-task'
import { reopenForClips } from '../store/lost-files'
import type { TaskRow } from '../store/task-row'

/**
 * A clip was saved and its file is not there any more: the gateway, which may still have it, is asked once more. Nothing is
 * charged. Throws AppError: not_found, conflict (the file is there, it is asked for already, or its gateway is another one).
 */
export async function fetchClipAgain(options: { person: Person; id: string }): Promise<TaskRow> {
  const { person, id } = options
  const task = await getTask(options)
  const lost = await lostPositions(task)
  const canAsk = task.upstreamTaskId !== null && task.gateway === env().gateway.name
  if (!canAsk || lost.length === 0) throw new AppError('conflict')
  const isOpen = await reopenForClips({ id, positions: lost, owner: person.id, now: new Date() })
  if (!isOpen) throw new AppError('conflict')
  return getTask(options)
}

async function lostPositions({ outputs }: TaskRow): Promise<number[]> {
  const looks = outputs.map(async ({ position, sha256, savedAt }) => {
    if (!savedAt || !sha256) return []
    return (await storage().stat(clipKey(sha256))) === null ? [position] : []
  })
  return (await Promise.all(looks)).flat()
}
