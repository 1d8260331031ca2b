/** What the studio keeps: clips are mp4, pictures are what it re-encodes to. */
export const PICTURE_EXTENSIONS = ['jpg', 'png', 'webp'] as const
export type PictureExtension = (typeof PICTURE_EXTENSIONS)[number]
export type MediaExtension = PictureExtension | 'mp4'

/** Where a file lies, by its content: `clips/ab/<sha256>.mp4`, `pictures/ab/<sha256>.<jpg|png|webp>`. */
export type MediaKey =
  `clips/${string}/${string}.mp4` | `pictures/${string}/${string}.${PictureExtension}`

const SHA256 = /^[0-9a-f]{64}$/
const KEY =
  /^(?:clips\/([0-9a-f]{2})\/([0-9a-f]{64})\.mp4|pictures\/([0-9a-f]{2})\/([0-9a-f]{64})\.(?:jpg|png|webp))$/

/** @param sha256 lower-case hex. Throws TypeError on anything else. */
export function clipKey(sha256: string): MediaKey {
  return `clips/${shardOf(sha256)}/${sha256}.mp4`
}

/** @param sha256 lower-case hex. Throws TypeError on anything else. */
export function pictureKey(sha256: string, extension: PictureExtension): MediaKey {
  return `pictures/${shardOf(sha256)}/${sha256}.${extension}`
}

export function mediaKey(sha256: string, extension: MediaExtension): MediaKey {
  return extension === 'mp4' ? clipKey(sha256) : pictureKey(sha256, extension)
}

/** The sha256 that a key names; null for what is no key at all: a storage reads and writes nothing there. */
export function hashOfKey(key: string): string | null {
  const match = KEY.exec(key)
  const shard = match?.[1] ?? match?.[3]
  const sha256 = match?.[2] ?? match?.[4]
  return sha256 && shard === sha256.slice(0, 2) ? sha256 : null
}

export function isMediaKey(text: string): text is MediaKey {
  return hashOfKey(text) !== null
}

function shardOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError('not a sha256 in lower-case hex')
  return sha256.slice(0, 2)
}
