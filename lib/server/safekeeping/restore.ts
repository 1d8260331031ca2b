import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { inspectDatabase } from '../db/inspect'
import { lockFile } from '../db/lock-file'
import { studioLock } from '../db/lock-names'
import type { Env } from '../env'
import { databaseFile } from '../opening/check-folder'
import { ownerOf } from '../opening/hold-folder'
import type { Manifest } from './manifest'
import { Refusal } from './refusal'
import { putInPlace } from './put-in-place'
import { removeLeftovers, whatIsThere } from './what-is-there'
import { unpack } from './unpack'

export type RestoreOptions = {
  settings: Pick<Env, 'dataDir' | 'databaseUrl'>
  archive: string
  /** Moves what is there aside; without it a folder that holds something is left as it is. */
  replaces: boolean
  migrations: string
  now: Date
}

export type Restored = { manifest: Manifest; movedTo: string | null }

/**
 * Puts a backup back: all of it, after every file was compared with its hash, or nothing. At the next start everything that
 * was not sent when it was made waits for a person. Throws Refusal.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { settings, archive } = options
  const { dataDir } = settings
  await mkdir(dataDir, { recursive: true })
  const lock = await lockFile(studioLock(dataDir), 'alone')
  if (!lock) throw new Refusal(`${dataDir} is in use by ${ownerOf(dataDir)}. Stop it first.`)
  const database = databaseFile(settings)
  const staging = path.join(dataDir, `restoring-${randomUUID().slice(0, 8)}`)
  const stagedDatabase = `${database}.${path.basename(staging)}`
  try {
    await removeLeftovers(dataDir, database)
    const present = await whatIsThere(dataDir, database)
    if (present.length > 0 && !options.replaces)
      throw new Refusal(
        `${dataDir} is not empty. With --replace what is there is moved aside, and nothing is deleted.`,
      )
    await mkdir(staging)
    await mkdir(path.dirname(database), { recursive: true })
    const manifest = await unpack({ archive, staging, stagedDatabase })
    await assertUsable(stagedDatabase, options.migrations)
    const movedTo = await putInPlace({ ...options, database, present, staging, stagedDatabase })
    return { manifest, movedTo }
  } finally {
    await rm(staging, { recursive: true, force: true })
    for (const end of ['', '-wal', '-shm', '-journal'])
      await rm(stagedDatabase + end, { force: true })
    await lock.release()
  }
}

async function assertUsable(database: string, migrations: string): Promise<void> {
  const seen = await inspectDatabase(`file:${database}`, migrations, 'content')
  if (seen.kind !== 'read' || seen.integrity !== 'ok')
    throw new Refusal('The database in this backup is damaged. Nothing was changed.')
  const [unknown] = seen.unknown
  if (unknown)
    throw new Refusal(
      `This backup is of a newer version of AiSphere Studio (migration ${unknown}). Update first. Nothing was changed.`,
    )
}
