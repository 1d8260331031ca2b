import { readdirSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { testDatabase } from '../db/test-database'
import { localStorageIn } from '../storage/local-storage'
import { replaceStorage } from '../storage/storage'
import type { Database } from '../db/database'

/** A database and a media folder for one test; they become what `db()` and `storage()` return. */
export async function testStudio(): Promise<{
  database: Database
  /** Every file below the media folder, finished or not. */
  files: () => string[]
  remove: () => Promise<void>
}> {
  const { database, folder, remove } = await testDatabase()
  const media = path.join(folder, 'media')
  replaceStorage(localStorageIn(media))
  const isFile = (entry: Dirent) => entry.isFile()
  const files = () => {
    try {
      const entries = readdirSync(media, { recursive: true, withFileTypes: true })
      return entries.filter(isFile).map(({ parentPath, name }) => path.join(parentPath, name))
    } catch {
      return [] // nothing was ever stored
    }
  }
  return { database, files, remove }
}
