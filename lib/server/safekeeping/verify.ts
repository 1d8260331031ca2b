import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Env } from '../env'
import { databaseFile } from '../opening/check-folder'
import { hashOfKey } from '../storage/media-key'
import { withFileThatIsThere } from './file-handles'
import { strayFiles } from './stray-files'
import { namedFiles, type NamedFile } from './media-rows-store'

/** A file that a row names and that is not as it was stored. */
export type Trouble = NamedFile & { what: 'missing' | 'changed' }

export type Verification = {
  /** Files that are as they were stored, and their bytes. */
  whole: number
  bytes: number
  troubles: Trouble[]
  /** Files in the media folder that no row names. They do no harm; the studio removes its own after a while. */
  strays: string[]
}

type Options = {
  settings: Pick<Env, 'mediaDir' | 'databaseUrl'>
  now: Date
  onProgress?: (done: number, total: number) => void
}

/** Reads every clip and every picture that the database names and compares it with its hash. Safe beside a running studio. */
export async function verifyArchive({ settings, now, onProgress }: Options): Promise<Verification> {
  const database = databaseFile(settings)
  const named = await namedFiles(database)
  const total = named.reduce((sum, file) => sum + file.bytes, 0)
  const found: Trouble[] = []
  let bytes = 0
  for (const file of named) {
    const what = await look(settings.mediaDir, file)
    if (what !== 'whole') found.push({ ...file, what })
    bytes += file.bytes
    onProgress?.(bytes, total)
  }
  const strays = await strayFiles(settings.mediaDir, { now })
  // Both once more by the rows as they are by now: clips came and went meanwhile.
  const still = new Set((await namedFiles(database)).map(({ key }) => key))
  const troubles = found.filter(({ key }) => still.has(key))
  const lost = troubles.reduce((sum, file) => sum + file.bytes, 0)
  return {
    whole: named.length - found.length,
    bytes: bytes - lost,
    troubles,
    strays: strays.filter((key) => !still.has(key)),
  }
}

async function look(mediaDir: string, { key }: NamedFile): Promise<'whole' | Trouble['what']> {
  const sha256 = await withFileThatIsThere(path.join(mediaDir, key), async (handle) => {
    const hash = createHash('sha256')
    for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk)
    return hash.digest('hex')
  })
  if (sha256 === null) return 'missing'
  return sha256 === hashOfKey(key) ? 'whole' : 'changed'
}
