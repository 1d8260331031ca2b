import type { ChangeOnWire } from '@/lib/shared/gallery/change'
import type { Person } from '../../accounts/person'
import { presentChange } from './present-change'
import { listChanges } from './read-changes'

/** What is being done to many clips at this moment, as the wire has it: every page begins with it. */
export async function runningChanges(person: Person): Promise<ChangeOnWire[]> {
  const changes = await listChanges(person)
  return changes.filter(({ state }) => state === 'running').map(presentChange)
}
