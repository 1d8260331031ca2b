import { afterEach, beforeEach } from 'vitest'
import { testDatabase } from '../db/test-database'
import { replaceSettings } from '../env'

/** Gives each test of a file a database and a data folder of its own; `prepare` does what else it needs there. */
export function ownDatabase(prepare?: (folder: string) => void | Promise<void>): void {
  let remove: () => Promise<void>
  beforeEach(async () => {
    const opened = await testDatabase()
    remove = opened.remove
    replaceSettings({ DATA_DIR: opened.folder, DISK_RESERVE_MB: '0', LOG_LEVEL: 'silent' })
    await prepare?.(opened.folder)
  })
  afterEach(() => remove())
}
