import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isDatabaseBusy, isUniqueViolation } from './driver-error'
import { insertRows } from './insert-rows'
import { testDatabase } from './test-database'

const at = new Date('2026-01-01T00:00:00Z')
const bound = { owner: 'local', key: 'key-1', bodyHash: 'hash', taskId: 'task-1', createdAt: at }
let opened: Opened
beforeEach(async () => {
  opened = await testDatabase()
})
afterEach(() => opened.remove())

type Opened = Awaited<ReturnType<typeof testDatabase>>
const WAYS: [string, (opened: Opened) => Promise<unknown>][] = [
  ['by the client', ({ database }) => database.idempotencyKey.create({ data: bound })],
  ['raw', ({ connection }) => connection.run(insertRows('IdempotencyKey', [bound]))],
  [
    'by the client in a transaction',
    ({ database }) => database.$transaction([database.idempotencyKey.create({ data: bound })]),
  ],
  ['in a transaction', (o) => o.connection.transaction([insertRows('IdempotencyKey', [bound])])],
]

it.each(WAYS)('knows a second row of a key that is written %s', async (_, write) => {
  await write(opened)
  const error = await write(opened).catch((reason: unknown) => reason)
  expect(isUniqueViolation(error)).toBe(true)
  expect(isDatabaseBusy(error)).toBe(false)
})

it.each(WAYS)(
  'knows a database that stays locked when it is written %s',
  async (_, write) => {
    const other = createClient({ url: `file:${path.join(opened.folder, 'studio.db')}` })
    await other.execute('BEGIN IMMEDIATE')
    const error = await write(opened).catch((reason: unknown) => reason)
    expect(isDatabaseBusy(error)).toBe(true)
    expect(isUniqueViolation(error)).toBe(false)
    await other.execute('COMMIT')
    other.close()
  },
  30_000,
)

it('does not take a missing parent for either', async () => {
  const input = { taskId: 'none', position: 0, role: 'image', imageId: 'none' }
  const insert = opened.connection.run(insertRows('TaskInput', [input]))
  const error = await insert.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(isUniqueViolation(error) || isDatabaseBusy(error)).toBe(false)
})

it('inserts several rows at once, moments as the client stores them', async () => {
  const rows = [1, 2].map((id) => ({ id, taskId: `task-${id}`, status: 'queued', at }))
  const [first, ...others] = rows
  if (!first) throw new Error('no rows')
  await opened.connection.run(insertRows('Event', [first, ...others]))
  expect(await opened.database.event.findMany({ orderBy: { id: 'asc' } })).toEqual(rows)
})
