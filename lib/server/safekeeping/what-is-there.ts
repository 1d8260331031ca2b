import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { cleaningLock, studioLock } from '../db/lock-names'
import { RESTORING_FILE } from '../opening/restoring'

/** What a running studio, or an earlier restore, leaves and nobody misses. Locks must stay where they are. */
const OF_NO_VALUE = /^(studio\.json|replaced-[\w-]+)$/

const LEFTOVER = /^(.+\.)?restoring-[0-9a-f]{8}(-wal|-shm|-journal)?$/

/** Absolute paths of everything in a data folder that somebody might miss, the database's files included. */
export async function whatIsThere(dataDir: string, database: string): Promise<string[]> {
  const locks = [studioLock(dataDir), cleaningLock(dataDir)].map((file) => path.basename(file))
  const isLock = (name: string) => locks.some((lock) => name.startsWith(lock))
  const present: string[] = []
  for (const name of await readdir(dataDir)) {
    if (isLock(name) || OF_NO_VALUE.test(name) || name === RESTORING_FILE) continue
    const place = path.join(dataDir, name)
    if (await holdsSomething(place)) present.push(place)
  }
  const elsewhere = ['', '-wal', '-shm'].map((end) => database + end)
  const outside = elsewhere.filter((file) => path.dirname(file) !== dataDir && existsSync(file))
  return [...present, ...outside]
}

/** What an earlier restore unpacked and never came to use. The archive that it is from has all of it. */
export async function removeLeftovers(dataDir: string, database: string): Promise<void> {
  for (const folder of new Set([dataDir, path.dirname(database)]))
    for (const name of await readdir(folder).catch(() => []))
      if (LEFTOVER.test(name)) await rm(path.join(folder, name), { recursive: true, force: true })
}

/** Folders that a start makes are there from the beginning. */
async function holdsSomething(place: string): Promise<boolean> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null)
  return entries === null || entries.some((entry) => !entry.isDirectory())
}
