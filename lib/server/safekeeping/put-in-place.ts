import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { epochFile, writeEpochFile } from '../epoch-file'
import { RESTORING_FILE } from '../opening/restoring'
import { syncFolder } from '../storage/folders'

type Options = {
  settings: { dataDir: string }
  database: string
  /** What is moved aside. */
  present: readonly string[]
  staging: string
  stagedDatabase: string
  now: Date
}

/**
 * Moves what is there aside and what was unpacked into its place, by renames alone. What fails is undone; where the power
 * goes, a file stays that lets no studio start until it was done again.
 * @returns the folder with what was there; null where that was nothing
 */
export async function putInPlace(options: Options): Promise<string | null> {
  const { settings, database, present, staging, stagedDatabase, now } = options
  const { dataDir } = settings
  const marker = path.join(dataDir, RESTORING_FILE)
  const aside = path.join(dataDir, `replaced-${stamp(now)}`)
  const moves = movesOf({ dataDir, database, present, staging, stagedDatabase, aside })
  await writeFile(marker, `${JSON.stringify({ startedAt: now.toISOString() })}\n`, { flush: true })
  await syncFolder(dataDir)
  if (present.length > 0) await mkdir(aside)
  const undo: [string, string][] = []
  try {
    for (const [from, to] of moves.aside) await move(from, to, undo)
    // A line that no database knows: the next start takes this one for older, whatever was sent since.
    await writeEpochFile(epochFile(dataDir), { line: randomUUID(), number: 1 })
    for (const [from, to] of moves.into) await move(from, to, undo)
  } catch (error) {
    await rm(epochFile(dataDir), { force: true })
    for (const [from, to] of undo.reverse()) await rename(to, from)
    await rm(marker, { force: true })
    throw error
  }
  for (const folder of new Set([dataDir, path.dirname(database)])) await syncFolder(folder)
  await rm(marker)
  await syncFolder(dataDir)
  return present.length > 0 ? aside : null
}

function movesOf(o: Omit<Options, 'settings' | 'now'> & { dataDir: string; aside: string }) {
  const staged = ['media', 'secret']
    .map((name) => [path.join(o.staging, name), path.join(o.dataDir, name)] as const)
    .filter(([from]) => existsSync(from))
  return {
    aside: o.present.map((from) => [from, asideOf(from, o.dataDir, o.aside)] as const),
    // The database last: with it everything that it names is there.
    into: [...staged, [o.stagedDatabase, o.database] as const],
  }
}

/** A database elsewhere may lie on another disk: it stays in its folder, under another name. */
function asideOf(from: string, dataDir: string, aside: string): string {
  if (path.dirname(from) === dataDir) return path.join(aside, path.basename(from))
  return `${from}.${path.basename(aside)}`
}

async function move(from: string, to: string, undo: [string, string][]): Promise<void> {
  await removeEmptyFolders(to)
  await rename(from, to)
  undo.push([from, to])
}

/** A start makes folders before anything lies in them. A folder with a file in it stays, and the rename fails. */
async function removeEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!entries?.every((entry) => entry.isDirectory())) return
  for (const { name } of entries) await removeEmptyFolders(path.join(folder, name))
  await rmdir(folder).catch(() => {}) // it stays where something is left in it
}

function stamp(now: Date): string {
  return `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}-${randomUUID().slice(0, 4)}`
}
