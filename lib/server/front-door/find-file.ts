import { ACCESS_HEADER, requirePerson } from '../accounts/person'
import { findAnyImage } from '../images/image-store'
import { fileOf } from '../images/picture-file'
import { openArchive } from '../keeping/downloads/archive'
import { findMedia } from '../tasks/find-media'
import type { FindFile, MediaFile } from './media'
import type { OpenArchive } from './serve-archive'
import { remember } from './remember'

/** A player asks for the same clip many times a second; what was taken back is gone this much later. */
const REMEMBERED_MS = 5_000
const REMEMBERED_ENTRIES = 1_000

/** The archives of what was selected here. */
export function databaseArchives(): OpenArchive {
  const person = requirePerson(new Headers({ [ACCESS_HEADER]: 'open' }))
  return (id) => openArchive({ person, id })
}

/** Looks files up in the database. The front door has let whoever asks in, or has seen a signature of ours. */
export function databaseFiles(): FindFile {
  const person = requirePerson(new Headers({ [ACCESS_HEADER]: 'open' }))
  const findStored = remember<MediaFile>(
    async (name) => {
      const [id = '', sha256 = ''] = name.split('/')
      const media = await findMedia({ person, id, sha256 })
      return media && { ...media, sha256 }
    },
    { maxAgeMs: REMEMBERED_MS, maxEntries: REMEMBERED_ENTRIES },
  )
  return async (address) => {
    if (address.kind === 'stored') return findStored(`${address.id}/${address.sha256}`)
    const image = await findAnyImage(address.imageId)
    return (
      image && { storageKey: fileOf(image), contentType: image.contentType, sha256: image.sha256 }
    )
  }
}
