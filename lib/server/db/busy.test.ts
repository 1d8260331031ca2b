import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, expect, it } from 'vitest'
import { patiently } from './busy'
import { testDatabase } from './test-database'

let remove: (() => Promise<void>) | undefined
afterEach(() => remove?.())

it('what must be written is written once a long lock ends', async () => {
  const opened = await testDatabase()
  remove = opened.remove
  const other = createClient({ url: `file:${path.join(opened.folder, 'studio.db')}` })
  await other.execute('BEGIN IMMEDIATE')
  // Longer than the adapter's own five tries of a second each.
  const unlocked = new Promise((resolve) => setTimeout(resolve, 7_000)).then(() =>
    other.execute('COMMIT'),
  )
  const written = patiently(() => opened.database.queue.create({ data: { id: 7 } }))
  await Promise.all([unlocked, written])
  expect(await opened.database.queue.count()).toBe(1)
  other.close()
}, 30_000)
