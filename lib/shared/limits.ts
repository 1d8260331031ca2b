/** Limits that form, server and documentation share. Sources: upstream-contract.md, "Field rules"; [U] the model's maker. */

/** Characters (code points) of `prompt`, `negativePrompt` and `soundEffectContent` [U]. */
export const TEXT_MAX_CHARACTERS = 2048
/** Above this many UTF-8 bytes a prompt is warned about, not refused [U]. */
export const TEXT_WARN_BYTES = 2048
/** Largest `seed` [U]. */
export const SEED_MAX = 2_147_483_647
/** Number of references [U]. */
export const REFERENCES_MAX = 3
/** Form of a reference's name [U, strict reading]. */
export const REF_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,29}$/

/** Pictures as the gateway takes them [U and resellers]: pixels a side, long over short side, bytes sent. */
export const PICTURE = {
  minSide: 300,
  maxSide: 4000,
  maxRatio: 2.5,
  maxSentBytes: 10 * 1024 * 1024,
  /** What the studio itself agrees to decode, in pixels: a decompression bomb is larger. */
  maxDecodedPixels: 50_000_000,
} as const

/** Bytes of a JSON body; the longest honest one (three texts of 2,048 characters) stays far below. */
export const JSON_BODY_MAX_BYTES = 256 * 1024

/** Tasks of one batch, and pictures of all of them: three references each. */
export const BATCH = { maxTasks: 200, maxPictures: 600, nameMaxCharacters: 100 } as const
/** Bytes of a batch's body: 200 tasks, all three texts as long as may be and in Chinese, are below 4 MB. */
export const BATCH_BODY_MAX_BYTES = 8 * 1024 * 1024

/** Bytes of a body that names ten thousand clips. */
export const SELECTION_BODY_MAX_BYTES = 1024 * 1024

/** Tasks a page of the list may hold. */
export const PAGE_SIZE = { default: 30, max: 100 } as const
/** Tasks a page of the gallery holds. */
export const GALLERY_PAGE = 60

/** What is deleted can be brought back for so long. */
export const TRASH_DAYS = 30

/** Characters (code points), as a person counts them: an emoji is one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
