import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { copyDatabase } from '../db/copy-database'
import { lockFile, type HeldFile } from '../db/lock-file'
import { cleaningLock, studioLock } from '../db/lock-names'
import { databaseFile } from '../opening/check-folder'
import type { Env } from '../env'
import { freeBytes } from '../storage/disk-room'
import { syncFolder } from '../storage/folders'
import { hashOfKey } from '../storage/media-key'
import { withFile, withFileThatIsThere } from './file-handles'
import { DATABASE, MANIFEST, mediaPath, SECRET, type Manifest } from './manifest'
import { namedFiles } from './media-rows-store'
import { Refusal } from './refusal'
import { writeArchive, type ArchiveWriter } from './write-archive'

export type BackupOptions = {
  settings: Pick<Env, 'dataDir' | 'mediaDir' | 'databaseUrl'>
  /** Absolute; must not be there yet. */
  target: string
  studio: string
  now: Date
  /** Told after every file: bytes so far, and of how many. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Writes database, media and secret as they are at one moment into one file, while the studio goes on. The file appears under
 * its name when it is whole and synced. Throws Refusal.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { settings, target } = options
  const database = databaseFile(settings)
  if (!existsSync(database)) throw new Refusal(`There is no database at ${database}.`)
  if (existsSync(target)) throw new Refusal(`${target} is there already. Name another file.`)
  const locks = await holdAgainstChanges(settings.dataDir)
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.unfinished`
  const copy = `${unfinished}.db`
  try {
    await mkdir(path.dirname(target), { recursive: true })
    await copyDatabase(database, copy)
    const manifest = await withFile(unfinished, 'wx', (handle) =>
      fill(writeArchive(handle), { ...options, copy }),
    )
    await rename(unfinished, target)
    await syncFolder(path.dirname(target))
    return manifest
  } finally {
    for (const file of [unfinished, ...['', '-wal', '-shm', '-journal'].map((end) => copy + end)])
      await rm(file, { force: true })
    for (const lock of locks) await lock.release()
  }
}

/** Nobody puts a backup back, and nobody removes a file that the copy of the database names. */
async function holdAgainstChanges(dataDir: string): Promise<HeldFile[]> {
  const whole = await lockFile(studioLock(dataDir), 'join')
  if (!whole) throw new Refusal(`A backup is being put back into ${dataDir}. Try again afterwards.`)
  const uncleaned = await lockFile(cleaningLock(dataDir), 'join')
  if (uncleaned) return [whole, uncleaned]
  await whole.release()
  throw new Refusal('The studio is removing files at this very moment. Try again.')
}

async function fill(
  archive: ArchiveWriter,
  { settings, target, copy, studio, now, onProgress }: BackupOptions & { copy: string },
): Promise<Manifest> {
  const named = await namedFiles(copy)
  const total = named.reduce((sum, { bytes }) => sum + bytes, 0)
  await assertRoom(target, total)
  const manifest: Manifest = {
    format: 'aisphere-studio-backup',
    version: 1,
    studio,
    createdAt: now.toISOString(),
    files: [],
    missing: [],
    changed: [],
  }
  const add = async (name: string, file: string) => {
    const written = await withFileThatIsThere(file, (handle) => archive.addFile(name, handle))
    if (written) manifest.files.push(written)
    return written
  }
  if (!(await add(DATABASE, copy))) throw new Error('the copy of the database is gone')
  await add(SECRET, path.join(settings.dataDir, SECRET))
  let done = 0
  for (const { key, bytes } of named) {
    const written = await add(mediaPath(key), path.join(settings.mediaDir, key))
    if (!written) manifest.missing.push(mediaPath(key))
    else if (written.sha256 !== hashOfKey(key)) manifest.changed.push(mediaPath(key))
    done += bytes
    onProgress?.(done, total)
  }
  await archive.addText(MANIFEST, JSON.stringify(manifest), now)
  await archive.end()
  return manifest
}

async function assertRoom(target: string, bytes: number): Promise<void> {
  const folder = path.dirname(target)
  const free = await freeBytes(folder)
  if (free > bytes) return
  const inMegabytes = (count: number) => Math.ceil(count / 1024 / 1024).toLocaleString('en')
  throw new Refusal(
    `${folder} has ${inMegabytes(free)} MB free, and the clips and pictures need ${inMegabytes(bytes)} MB.`,
  )
}
