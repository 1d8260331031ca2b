import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { connection } from '../db/database'
import { sql } from '../db/sql'
import { testDatabase } from '../db/test-database'
import { parseEnv } from '../env'
import { clipKey, pictureKey, type MediaKey } from '../storage/media-key'

const at = new Date('2026-03-01T00:00:00Z')
export const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex')

/** A studio’s data folder with a database, a secret, and what a test puts into it. */
export async function testFolder() {
  const { folder: dataDir, remove } = await testDatabase()
  const settings = parseEnv({ DATA_DIR: dataDir })
  writeFileSync(path.join(dataDir, 'secret'), 'a secret of at least 32 characters\n')
  const put = (key: MediaKey, content: string) => {
    const file = path.join(settings.mediaDir, key)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    return file
  }
  const addTask = async (id: string, status: string) => {
    await connection().run(sql`
      INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "createdAt", "updatedAt")
      VALUES (${id}, 'local', ${status}, 'simulator', 'image', 'aisphere-v5', ${`prompt of ${id}`}, '{}', ${at}, ${at}, ${at})`)
  }
  const addClip = async (id: string, content: string) => {
    await addTask(id, 'succeeded')
    const sha256 = sha256Of(content)
    await connection().run(sql`
      INSERT INTO "TaskOutput" ("taskId", "position", "sourceUrl", "sha256", "bytes", "savedAt")
      VALUES (${id}, 0, 'http://gone', ${sha256}, ${content.length}, ${at})`)
    return put(clipKey(sha256), content)
  }
  const addPicture = async (id: string, content: string) => {
    const sha256 = sha256Of(content)
    await connection().run(sql`
      INSERT INTO "Image" ("id", "owner", "sha256", "contentType", "bytes", "width", "height", "originalWidth", "originalHeight", "createdAt")
      VALUES (${id}, 'local', ${sha256}, 'image/png', ${content.length}, 1, 1, 1, 1, ${at})`)
    return put(pictureKey(sha256, 'png'), content)
  }
  return { dataDir, settings, put, addTask, addClip, addPicture, remove }
}
