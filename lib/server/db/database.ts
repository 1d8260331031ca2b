import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { env } from '../env'
import { OneConnectionLibSql } from './adapter'
import { PrismaClient } from './generated/client'

export type Database = PrismaClient

/** SQLite's own wait blocks the event loop, so it is short; the adapter then waits asynchronously and tries again. */
const BUSY_WAIT_MS = 1_000

/** @param url `file:` and an absolute path. The folder is made. */
export function openDatabase(url: string): Database {
  mkdirSync(path.dirname(url.replace(/^file:/, '')), { recursive: true })
  return new PrismaClient({
    adapter: new OneConnectionLibSql({ url, timeout: BUSY_WAIT_MS, intMode: 'bigint' }),
    errorFormat: 'minimal',
  })
}

const KEY = Symbol.for('aisphere-studio.database')
const shared: typeof globalThis & { [KEY]?: Database } = globalThis

/** The one connection of this process: the front door and Next's bundles hold separate copies of this module. */
export function db(): Database {
  return (shared[KEY] ??= openDatabase(env().databaseUrl))
}

/** Replaces the process's database; for tests, which copy a migrated file each. */
export function replaceDatabase(database: Database): void {
  shared[KEY] = database
}
