import path from 'node:path'
import { openConnection } from '@/lib/server/db/connection'
import { closeDatabase, replaceDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { sql } from '@/lib/server/db/sql'
import { replaceSettings } from '@/lib/server/env'
import { localStorageIn } from '@/lib/server/storage/local-storage'
import { replaceStorage } from '@/lib/server/storage/storage'
import { runOrder } from '@/lib/server/tasks/cleaning/test-cleaning'
import type { FaultOutcome, FaultTest } from '../machinery/fault-test'

/** In one process, with the real store and a real database: each order is a few acts that begin at random moments. */
export const f18: FaultTest = {
  id: 'F18',
  title: 'the cleaner against archiving against deleting, at random',
  sizes: { short: null, usual: 1_000, full: 5_000 },
  run: async ({ size, random, folder, say }) => {
    replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
    replaceStorage(localStorageIn(path.join(folder, 'media')))
    const connection = openConnection(`file:${path.join(folder, 'studio.db')}`)
    replaceDatabase(connection)
    try {
      await migrate(connection, path.resolve('prisma/migrations'))
      await connection.run(sql`PRAGMA synchronous=OFF`) // no power is lost here
      const outcome: FaultOutcome = { counts: { orders: 0 }, broken: [] }
      for (let order = 1; order <= size; order += 1) {
        const { done, broken } = await runOrder(random)
        for (const [name, count] of Object.entries(done))
          outcome.counts[name] = (outcome.counts[name] ?? 0) + count
        outcome.counts.orders = order
        outcome.broken.push(...broken.map((said) => `order ${order}: ${said}`))
        if (order % 100 === 0) say(`${order} of ${size} orders`)
      }
      return outcome
    } finally {
      await closeDatabase()
    }
  },
}
