import { expect, it } from 'vitest'
import { taskHistory } from './audit-trail'
import { cancelTask } from './cancel-task'
import { deleteTask } from './delete-task'
import { getFamily } from './family/get-family'
import { gatewayAnswers } from './gateway-answers'
import { getTask, readTask } from './get-task'
import { resolveTask } from './resolve-task'
import { retryTask } from './retry-task'
import { storeTask } from './test-task'
import { ownDatabase } from './test-own-database'

const person = { id: 'local' }
const now = new Date('2026-03-01T10:00:00Z')
ownDatabase()

const READS = [readTask, taskHistory, getFamily, gatewayAnswers]

it('is looked into: a task in it is read with all that belongs to it', async () => {
  const id = await storeTask({ status: 'queued' })
  await deleteTask({ person, id })
  expect((await readTask({ person, id })).deletedAt).toBeInstanceOf(Date)
  expect((await taskHistory({ person, id })).entries).toMatchObject([{ action: 'delete' }])
  expect(await getFamily({ person, id })).toEqual({ ancestors: [], siblings: [], children: [] })
  expect(await gatewayAnswers({ person, id })).toEqual({ answers: [] })
})

it('shows nothing any more of what is purged, nor of what never was', async () => {
  const purged = await storeTask({ status: 'succeeded', deletedAt: now, purgedAt: now })
  for (const id of [purged, 'nothing'])
    for (const read of READS)
      await expect(read({ person, id })).rejects.toMatchObject({ code: 'not_found' })
})

it('lets nothing be done with what is in it', async () => {
  const [queued, failed, unclear] = [
    await storeTask({ status: 'queued', deletedAt: now }),
    await storeTask({ status: 'failed', deletedAt: now }),
    await storeTask({ status: 'unconfirmed', deletedAt: now }),
  ]
  const dismiss = { action: 'dismiss', attempt: 1 } as const
  for (const refused of [
    () => getTask({ person, id: queued }),
    () => cancelTask({ person, id: queued }),
    () => deleteTask({ person, id: queued }),
    () => retryTask({ person, id: failed, key: 'key-1' }),
    () => resolveTask({ person, id: unclear, resolution: dismiss }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'not_found' })
})
