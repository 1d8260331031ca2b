import { createLog } from '../log'
import { hashOfKey } from '../storage/media-key'
import { storage } from '../storage/storage'
import type { StoredFile } from '../storage/types'
import { forgetStill } from './posters-store'

/** Opens a stored file; null where it is gone. A still that is gone is made again: its row forgets it. */
export async function openMedia(storageKey: string): Promise<StoredFile | null> {
  const file = await storage().open(storageKey)
  const sha256 = hashOfKey(storageKey)
  if (file || !sha256 || !storageKey.endsWith('.webp')) return file
  try {
    await forgetStill(sha256)
  } catch (error) {
    createLog('posters').warn({ err: error }, 'a still that is gone is not forgotten yet')
  }
  return null
}
