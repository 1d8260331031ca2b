import { openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConnection } from '../../db/connection'
import { closeDatabase, connection, db, replaceDatabase } from '../../db/database'
import { isDatabaseBusy, isDatabaseDamaged } from '../../db/driver-error'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { replaceSettings } from '../../env'
import { claimTask } from '../claim-task'
import { forgetDamage, hasMetDamage } from './damage'

const now = new Date('2026-03-01T00:00:00Z')
let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  replaceSettings({ DATA_DIR: folder, DISK_RESERVE_MB: '0', LOG_LEVEL: 'silent' })
})
afterEach(async () => {
  forgetDamage()
  await remove()
})

/** Overwrites the pages of one table, as a bad disk would. */
async function damage(table: string): Promise<void> {
  const [root] = await connection().rows<{ page: number }>(
    sql`SELECT "rootpage" AS "page" FROM "sqlite_master" WHERE "name" = ${table}`,
  )
  const copy = path.join(folder, 'damaged.db')
  await connection().run(sql`VACUUM INTO ${copy}`)
  await closeDatabase()
  const pageSize = readFileSync(copy).readUInt16BE(16)
  const handle = openSync(copy, 'r+')
  writeSync(handle, Buffer.alloc(pageSize, 0xa5), 0, pageSize, ((root?.page ?? 1) - 1) * pageSize)
  rmSync(path.join(folder, 'studio.db'))
  replaceDatabase(openConnection(`file:${copy}`))
}

it('stops what is paid for as soon as a step meets it, and tells the others', async () => {
  await damage('sqlite_autoindex_Batch_1')
  expect(await claimTask('submitting', now)).toBeNull()
  await connection().run(sql`
    INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "createdAt", "updatedAt")
    VALUES ('a', 'local', 'queued', 'simulator', 'image', 'aisphere-v5', 'a cat', '{}', ${now}, ${now}, ${now})`)
  await connection().run(sql`PRAGMA foreign_keys=OFF`)
  await connection().run(sql`UPDATE "Task" SET "batchId" = 'b'`)
  const error = await claimTask('submitting', now).catch((reason: unknown) => reason)
  expect(isDatabaseDamaged(error)).toBe(true)
  expect(hasMetDamage()).toBe(true)
  const [queue] = await connection().rows<{ pausedReason: string }>(sql`SELECT * FROM "Queue"`)
  expect(queue?.pausedReason).toBe('database_damaged')
  await connection().run(sql`UPDATE "Task" SET "batchId" = NULL`)
  await connection().run(sql`DELETE FROM "Queue"`)
  expect(await claimTask('submitting', now)).toBeNull()
})

it('is known by what Prisma’s client says of it, too', async () => {
  await damage('Setting')
  const error = await (await db()).setting.findMany().catch((reason: unknown) => reason)
  expect(isDatabaseDamaged(error)).toBe(true)
  expect(isDatabaseBusy(error)).toBe(false)
})
