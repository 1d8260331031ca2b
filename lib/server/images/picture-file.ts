import { pictureKey, type MediaKey, type PictureExtension } from '../storage/media-key'

const EXTENSIONS = new Map<string, PictureExtension>([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
])

/** Throws on a type that no version of the studio stores. */
export function extensionOf({ contentType }: { contentType: string }): PictureExtension {
  const extension = EXTENSIONS.get(contentType)
  if (!extension) throw new TypeError(`no picture is stored as ${contentType}`)
  return extension
}

/** Where the file of a row lies in the storage. */
export function fileOf(image: { contentType: string; sha256: string }): MediaKey {
  return pictureKey(image.sha256, extensionOf(image))
}
