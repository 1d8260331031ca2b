// Not with the schemas: pages come without them.

/** As many as a Shift range may bring (GALLERY_IDS_MAX); their body is about 400 kB. */
export const SELECTION_MAX_IDS = 10_000
export const TITLE_MAX_CHARACTERS = 200
export const NOTES_MAX_CHARACTERS = 10_000
export const TAG_MAX_CHARACTERS = 50
export const COLLECTION_MAX_CHARACTERS = 100
/** Tags that one change puts on, or takes off. */
export const TAGS_AT_ONCE = 20
/** Up to so many are changed with the request itself. */
export const CHANGED_AT_ONCE = 200
/** Clips of one archive. */
export const DOWNLOAD_MAX_CLIPS = 20_000

export const CHANGE_KINDS = [
  'rate',
  'favorite',
  'tag',
  'title',
  'notes',
  'collect',
  'uncollect',
  'delete',
  'restore',
  'purge',
  'retry',
  'cancel',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
/** What no way leads back from. */
export const FINAL_KINDS: readonly ChangeKind[] = ['purge', 'cancel']
