import { v7 as newId } from 'uuid'
import { AppError } from '@/lib/shared/errors'
import { PICTURE } from '@/lib/shared/limits'
import { storage } from '../storage/storage'
import { checkPicture, type PictureFacts } from './check-picture'
import { encodePicture, type EncodedPicture } from './encode-picture'
import { gate } from './gate'
import { createOrGetImage, type ImageRow } from './image-store'
import { extensionOf, fileOf } from './picture-file'

/** Decoders run on the pool that reads files, too: of its four threads two stay free for clips and the database's files. */
const inTurn = gate(2)

/**
 * Checks a picture, makes what is stored of it, and answers its row. The same picture of the same person is one row and one
 * file. Throws AppError with what is wrong; then there is no row and no file.
 */
export async function takeInPicture({
  person,
  bytes,
  now = new Date(),
}: {
  person: { id: string }
  bytes: Buffer
  now?: Date
}): Promise<ImageRow> {
  const facts = await checkPicture(bytes)
  const encoded = await inTurn(() => encode(bytes, facts))
  // The file first: a row without its file would be a picture that is gone, a file without a row is only found again.
  const { sha256, bytes: storedBytes } = await store(encoded)
  const image = await createOrGetImage({
    id: newId(),
    owner: person.id,
    sha256,
    contentType: encoded.contentType,
    bytes: storedBytes,
    width: encoded.width,
    height: encoded.height,
    originalWidth: facts.width,
    originalHeight: facts.height,
    createdAt: now,
  })
  // Whoever removes stray files may have come before the row was there. From now on nobody does.
  if ((await storage().stat(fileOf(image))) === null) await store(encoded)
  return image
}

async function encode(bytes: Buffer, facts: PictureFacts): Promise<EncodedPicture> {
  try {
    return await encodePicture(bytes, facts)
  } catch (cause) {
    throw new AppError('picture_truncated', 'the pixels cannot be read', { cause })
  }
}

async function store(encoded: EncodedPicture) {
  const result = await storage().put(encoded.data, {
    token: newId(),
    limitBytes: PICTURE.maxSentBytes,
    extension: extensionOf(encoded),
  })
  if (result.kind === 'no-room') throw new AppError('disk_full')
  if (result.kind === 'too-large') throw new Error('a picture is stored within its limit')
  return result
}
