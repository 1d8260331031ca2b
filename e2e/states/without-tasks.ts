import { withDatabase } from '../support/every-state'
import type { Scene } from './scene'

/** The empty studio's table of tasks is gone until the state has been looked at: whatever asks for tasks fails. */
export async function withoutTasks({ empty, afterwards }: Scene): Promise<void> {
  const rename = (from: string, to: string) =>
    withDatabase(empty.dataDir, async (database) => {
      await database.execute(`ALTER TABLE "${from}" RENAME TO "${to}"`)
    })
  await rename('Task', 'TaskGone')
  afterwards(() => rename('TaskGone', 'Task'))
}
