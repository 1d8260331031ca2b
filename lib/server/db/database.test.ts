import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openConnection } from './connection'
import { migrate } from './migrate'
import { assertPragmas } from './assert-pragmas'
import { clientOver } from './prisma'
import { sql } from './sql'
import { testDatabase } from './test-database'

let remove: (() => Promise<void>) | undefined
afterEach(async () => {
  await remove?.()
  remove = undefined
})

async function open() {
  const opened = await testDatabase()
  remove = opened.remove
  return opened
}

describe('the database', () => {
  it('has the PRAGMAs that keep a committed task', async () => {
    const { connection } = await open()
    await assertPragmas(connection)
    await connection.run(sql`PRAGMA synchronous=NORMAL`)
    await expect(assertPragmas(connection)).rejects.toThrow('synchronous is 1, needs 2')
  })

  it('keeps another request out of an open transaction', async () => {
    const { database } = await open()
    const row = (id: number) => database.queue.create({ data: { id } })
    const failing = database.$transaction([row(1), row(1)])
    const other = row(2)
    await expect(failing).rejects.toThrow()
    await other
    expect(await database.queue.findMany()).toMatchObject([{ id: 2 }])
  })

  it('keeps a statement of its own out of a transaction of the client, and the other way round', async () => {
    const { database, connection } = await open()
    const row = (id: number) => sql`INSERT INTO "Queue" ("id", "unclearInARow") VALUES (${id}, 0)`
    const byClient = database.$transaction(
      [1, 1].map((id) => database.queue.create({ data: { id } })),
    )
    const between = connection.run(row(2))
    const raw = connection.transaction([row(3), row(3)])
    const after = database.queue.create({ data: { id: 4 } })
    await expect(byClient).rejects.toThrow()
    await expect(raw).rejects.toThrow()
    await Promise.all([between, after])
    expect(await database.queue.findMany()).toMatchObject([{ id: 2 }, { id: 4 }])
  })

  it('lets a statement wait that comes while a transaction is open: it is not undone with it', async () => {
    const { database, connection } = await open()
    const row = (id: number) => sql`INSERT INTO "Queue" ("id", "unclearInARow") VALUES (${id}, 0)`
    const transaction = await connection.driver.transaction('write')
    await transaction.execute('INSERT INTO "Queue" ("id", "unclearInARow") VALUES (1, 0)')
    const writes = [connection.run(row(2)), database.queue.create({ data: { id: 3 } })]
    await transaction.rollback()
    await Promise.all(writes)
    expect(await database.queue.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { id: 2 },
      { id: 3 },
    ])
  })

  it('lets two processes write without losing a row', async () => {
    const { database, folder } = await open()
    const second = clientOver(openConnection(`file:${path.join(folder, 'studio.db')}`))
    const ids = Array.from({ length: 60 }, (_, index) => index)
    await Promise.all(ids.map((id) => (id % 2 ? database : second).queue.create({ data: { id } })))
    expect(await second.queue.count()).toBe(60)
    await second.$disconnect()
  })

  it('takes the write lock as a transaction begins, so that one that reads first is never refused half-way', async () => {
    const { database, folder } = await open()
    const second = clientOver(openConnection(`file:${path.join(folder, 'studio.db')}`))
    const readThenWrite = (client: typeof database, id: number) =>
      client.$transaction([client.queue.findMany(), client.queue.create({ data: { id } })])
    await Promise.all([readThenWrite(database, 1), readThenWrite(second, 2)])
    expect(await database.queue.count()).toBe(2)
    await second.$disconnect()
  })

  it('migrates once, also when several start at the same time', async () => {
    const { folder } = await open()
    const url = `file:${path.join(folder, 'fresh.db')}`
    const connections = [1, 2, 3].map(() => openConnection(url))
    const runs = await Promise.all(
      connections.map((each) => migrate(each, path.resolve('prisma/migrations'))),
    )
    for (const each of connections) {
      await assertPragmas(each)
      each.close()
    }
    expect(runs.flat().length).toBeGreaterThan(0)
    expect(new Set(runs.flat()).size).toBe(runs.flat().length)
  })

  it('has migrations that make the schema, no more and no less', async () => {
    const { folder } = await open()
    const diff = [
      'prisma',
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ]
    const output = execFileSync('npx', diff, {
      env: { ...process.env, DATABASE_URL: `file:${path.join(folder, 'diff.db')}` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect(output).toContain('No difference detected')
  }, 60_000)
})
