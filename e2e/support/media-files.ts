import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Every file of the media folder, finished or not. */
export function mediaFiles(dataDir: string): string[] {
  const folder = path.join(dataDir, 'media')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
