import type { Person } from '../accounts/person'
import { findImage } from '../images/image-store'
import { fileOf } from '../images/picture-file'
import { clipKey, pictureKey } from '../storage/media-key'
import { findSavedOutput, hasPoster } from './store/tasks'

/** The file behind `/media/{id}/{sha256}…`: a clip of a task or its still, a picture or its small one. Null where this person has none of that name. */
export async function findMedia(options: {
  person: Person
  id: string
  sha256: string
}): Promise<{ storageKey: string; contentType: string } | null> {
  const { person, id, sha256 } = options
  const still = { storageKey: pictureKey(sha256, 'webp'), contentType: 'image/webp' }
  if (await findSavedOutput(id, sha256))
    return { storageKey: clipKey(sha256), contentType: 'video/mp4' }
  if (await hasPoster(id, sha256)) return still
  const image = await findImage({ owner: person.id, id })
  if (image?.thumbSha256 === sha256) return still
  if (image?.sha256 !== sha256) return null
  return { storageKey: fileOf(image), contentType: image.contentType }
}
