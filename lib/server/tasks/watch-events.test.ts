import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '../db/database'
import { testDatabase } from '../db/test-database'
import { watchEvents } from './watch-events'

let remove: () => Promise<void>
let unwatch: (() => void) | undefined
beforeEach(async () => {
  remove = (await testDatabase()).remove
})
afterEach(async () => {
  unwatch?.()
  await remove()
})

const at = new Date('2026-01-01T00:00:00Z')
const happen = async (status: string) =>
  (await db()).event.create({ data: { taskId: 't1', status, at } })

/** Watches until a first event is through, so that what comes next is surely after its beginning. */
async function watch(afterId: number | null): Promise<string[]> {
  const heard: string[] = []
  unwatch = watchEvents(afterId, ({ status }) => heard.push(status))
  await vi.waitFor(async () => {
    await happen('sign')
    expect(heard).toContain('sign')
  })
  return heard
}

it('replays what came after a number', async () => {
  const { id } = await happen('queued')
  await happen('running')
  expect((await watch(id))[0]).toBe('running')
})

it('begins with what comes next where no number is given', async () => {
  await happen('queued')
  expect(await watch(null)).not.toContain('queued')
})

it('hears a tab that remembers a number of another database', async () => {
  await happen('queued')
  const heard = await watch(999_999)
  expect(heard).not.toContain('queued')
  expect(heard).toContain('sign')
})
