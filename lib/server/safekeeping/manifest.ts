import * as z from 'zod'
import { hashOfKey } from '../storage/media-key'

export const MANIFEST = 'manifest.json'
export const DATABASE = 'studio.db'
export const SECRET = 'secret'
const MEDIA = 'media/'
/** For a million clips. */
export const MANIFEST_MAX_BYTES = 256 * 1024 * 1024

const fileSchema = z.object({
  path: z.string(),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Stands last in a backup: what is in it, and what was found to be wrong when it was made. */
export const manifestSchema = z.object({
  format: z.literal('aisphere-studio-backup'),
  version: z.literal(1),
  studio: z.string(),
  createdAt: z.iso.datetime(),
  files: z.array(fileSchema),
  /** Media that the database names and that were not there, or not as they were stored. */
  missing: z.array(z.string()),
  changed: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

export function mediaPath(key: string): string {
  return MEDIA + key
}

/** The storage's key of a path in a backup; null for what is no media file. */
export function keyOfPath(path: string): string | null {
  const key = path.startsWith(MEDIA) ? path.slice(MEDIA.length) : ''
  return hashOfKey(key) === null ? null : key
}

/** Everything that may lie in a backup. A name that leads out of the folder is none of these. */
export function isBackupPath(path: string): boolean {
  return path === DATABASE || path === SECRET || path === MANIFEST || keyOfPath(path) !== null
}
