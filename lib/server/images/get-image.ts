import type { Person } from '../accounts/person'
import { findImage, type ImageRow } from './image-store'

/** A picture of this person; null where there is none. */
export function getImage(options: { person: Person; id: string }): Promise<ImageRow | null> {
  return findImage({ owner: options.person.id, id: options.id })
}
