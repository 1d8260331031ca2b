import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

/** A younger one may be on its way: a file is in its place a moment before its row is. */
const YOUNG_MS = 10 * 60_000

/** Paths within the media folder of all that has been there for ten minutes, in order. */
export async function strayFiles(mediaDir: string, { now }: { now: Date }): Promise<string[]> {
  const entries = await readdir(mediaDir, { recursive: true, withFileTypes: true }).catch(() => [])
  const old: string[] = []
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const place = path.join(entry.parentPath, entry.name)
    const facts = await lstat(place).catch(() => null) // gone meanwhile
    if (facts && now.getTime() - facts.mtimeMs > YOUNG_MS) old.push(path.relative(mediaDir, place))
  }
  return old.sort()
}
