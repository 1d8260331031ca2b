import { connection } from '../../../db/database'
import type { Run } from '../../../db/connection'
import { list, sql } from '../../../db/sql'
import { picturesOf } from '../../../images/image-store'
import { fileOf } from '../../../images/picture-file'
import { clipKey, hashOfKey, pictureKey, type MediaKey } from '../../../storage/media-key'

/** How many values one statement takes without trouble. */
const KEYS_AT_A_TIME = 500

/** Those of these files that no row names, also none in the trash. */
export async function unnamedOf(keys: readonly MediaKey[]): Promise<MediaKey[]> {
  const unnamed: MediaKey[] = []
  for (let at = 0; at < keys.length; at += KEYS_AT_A_TIME) {
    const some = keys.slice(at, at + KEYS_AT_A_TIME)
    const named = await namedAmong(some, async (statement) => ({
      rows: await connection().rows<Record<string, unknown>>(statement),
      changed: 0,
    }))
    unnamed.push(...some.filter((key) => !named.has(key)))
  }
  return unnamed
}

/**
 * Runs `remove` for each of these files that still has no row, while nobody can give it one: rows come in transactions, and
 * this holds the lock.
 */
export async function whileUnnamed(
  keys: readonly MediaKey[],
  remove: (key: MediaKey) => Promise<boolean>,
): Promise<number> {
  return connection().hold(async (run) => {
    const named = await namedAmong(keys, run)
    let removed = 0
    for (const key of keys) if (!named.has(key) && (await remove(key))) removed += 1
    return removed
  })
}

async function namedAmong(keys: readonly MediaKey[], run: Run): Promise<Set<string>> {
  const hashes = keys.flatMap((key) => hashOfKey(key) ?? [])
  const clips = await run(
    sql`SELECT DISTINCT "sha256" FROM "TaskOutput" WHERE "sha256" IN (${list(hashes)})`,
  )
  const pictures = await run(picturesOf(hashes))
  const stills = await run(sql`
    SELECT "posterSha256" AS "sha256" FROM "TaskOutput" WHERE "posterSha256" IN (${list(hashes)})
    UNION SELECT "thumbSha256" FROM "Image" WHERE "thumbSha256" IN (${list(hashes)})`)
  return new Set([
    ...clips.rows.map(({ sha256 }) => clipKey(String(sha256))),
    ...stills.rows.map(({ sha256 }) => pictureKey(String(sha256), 'webp')),
    ...pictures.rows.map(({ sha256, contentType }) =>
      fileOf({ sha256: String(sha256), contentType: String(contentType) }),
    ),
  ])
}
