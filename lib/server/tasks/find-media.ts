import type { Person } from '../accounts/person'
import { findImage } from '../images/image-store'
import { fileOf } from '../images/picture-file'
import { clipKey } from '../storage/media-key'
import { findSavedOutput } from './store/tasks'

/** The file behind `/media/{id}/{sha256}…`: a clip of a task or a picture. Null where this person has none of that name. */
export async function findMedia(options: {
  person: Person
  id: string
  sha256: string
}): Promise<{ storageKey: string; bytes: number; contentType: string } | null> {
  const { person, id, sha256 } = options
  const output = await findSavedOutput(id, sha256)
  if (output) return { storageKey: clipKey(sha256), bytes: output.bytes, contentType: 'video/mp4' }
  const image = await findImage({ owner: person.id, id })
  if (image?.sha256 !== sha256) return null
  return { storageKey: fileOf(image), bytes: image.bytes, contentType: image.contentType }
}
