import { randomUUID } from 'node:crypto'
import { lstat, readdir, rename, unlink } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, isWithin, makeFolder, UNFINISHED } from './folders'
import { hashOfKey, isMediaKey, type MediaKey } from './media-key'
import type { Shard } from './types'

const KINDS = ['clips', 'pictures']
const SHARD = /^(clips|pictures)\/[0-9a-f]{2}$/

/** The folders of a storage that hold its files. What somebody else put beside them is nobody's business. */
export async function shardsIn(root: string): Promise<Shard[]> {
  const shards: Shard[] = []
  for (const kind of KINDS)
    for (const name of await namesIn(path.join(root, kind))) {
      const shard = `${kind}/${name}`
      const facts = SHARD.test(shard) ? await factsOf(path.join(root, shard)) : null
      if (facts?.isDirectory()) shards.push({ name: shard, changedAt: facts.mtime })
    }
  return shards
}

export async function keysInShard(root: string, shard: string): Promise<MediaKey[]> {
  if (!SHARD.test(shard) || !(await isWithin(root, shard))) return []
  const names = await namesIn(path.join(root, shard))
  return names.map((name) => `${shard}/${name}`).filter(isMediaKey)
}

/**
 * Whoever stores the same content puts a new file over the old one, at any moment: between a look at its age and its removal,
 * say. So it is first moved away, which nobody can come in between, looked at then, and put back if it is a new one.
 */
export async function removeOld(
  root: string,
  key: MediaKey,
  { olderThanMs, now }: { olderThanMs: number; now: Date },
): Promise<boolean> {
  if (hashOfKey(key) === null || !(await isWithin(root, path.dirname(key)))) return false
  const isOld = (facts: { mtimeMs: number } | null) =>
    facts !== null && now.getTime() - facts.mtimeMs >= olderThanMs
  const place = path.join(root, key)
  if (!isOld(await factsOf(place))) return false
  await makeFolder(path.join(root, UNFINISHED))
  const aside = path.join(root, UNFINISHED, `removed.${randomUUID()}`)
  if (!(await moved(place, aside))) return false
  if (isOld(await factsOf(aside))) {
    await unlink(aside)
    return true
  }
  await rename(aside, place)
  return false
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false // somebody else was quicker
    throw error
  }
}

async function factsOf(place: string) {
  return lstat(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  })
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  })
}
