import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { promptPageSchema } from '@/lib/shared/prompts'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../db/database'
import { testDatabase } from '../db/test-database'
import { listPrompts } from './list-prompts'
import { presentPrompt } from './present-prompts'

const me = { id: 'local' }
const TASK = {
  status: 'succeeded',
  gateway: 'simulator',
  mode: 'image',
  model: 'aisphere-v5',
  params: '{}',
}
let database: Database
let remove: () => Promise<void>
beforeEach(async () => void ({ database, remove } = await testDatabase()))
afterEach(() => remove())

const minute = (count: number) => new Date(Date.UTC(2026, 0, 1, 0, count))

/** Tasks with these prompts, each a minute after the one before. */
async function used(...prompts: (string | { prompt: string; owner?: string; deletedAt?: Date })[]) {
  const tasks = prompts.map((given, index) => {
    const at = minute(index)
    const own = typeof given === 'string' ? { prompt: given } : given
    const id = uuidv7({ msecs: at.getTime() })
    const times = { dueAt: at, createdAt: at, updatedAt: at }
    return { id, owner: me.id, ...TASK, ...times, ...own }
  })
  await database.task.createMany({ data: tasks })
}

async function list(options: { query?: string; limit?: number; cursor?: string | null } = {}) {
  const { query = '', limit = 30, cursor = null } = options
  const page = await listPrompts({ person: me, query, limit, cursor })
  return { ...page, texts: page.prompts.map(({ prompt }) => prompt) }
}

describe('the prompts that a person has used', () => {
  it('come once each, the last used first, with the time of their last use', async () => {
    await used('a', 'b', 'a', 'c')
    const { prompts, texts, nextCursor } = await list()
    expect(texts).toEqual(['c', 'a', 'b'])
    expect(prompts.map(({ createdAt }) => createdAt)).toEqual([minute(3), minute(2), minute(1)])
    expect(nextCursor).toBeNull()
    const wire = { prompts: prompts.map(presentPrompt), nextCursor }
    expect(promptPageSchema.parse(wire)).toEqual(wire)
  })

  it('are one person’s own, and without what is in the trash', async () => {
    await used('mine', { prompt: 'yours', owner: 'you' }, { prompt: 'gone', deletedAt: minute(9) })
    expect((await list()).texts).toEqual(['mine'])
  })

  it('come page by page, none of them twice and none left out', async () => {
    await used('a', 'b', 'a', 'c', 'd', 'b', 'e')
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, cursor: first.nextCursor })
    const third = await list({ limit: 2, cursor: second.nextCursor })
    expect([first.texts, second.texts, third.texts]).toEqual([['e', 'b'], ['d', 'c'], ['a']])
    expect(third.nextCursor).toBeNull()
  })

  it.each([
    ['a part of it', 'moves', ['The cat moves']],
    ['whatever its case', 'CAT', ['The cat moves', 'A CAT sleeps']],
    ['in Chinese', '小猫', ['让小猫跑起来']],
    ['a sign of patterns as itself', '%', ['at 100% speed']],
    ['an underscore as itself', '_', ['@hero_1 waves']],
    ['a backslash as itself', '\\', ['C:\\clips']],
    ['what nobody wrote', 'dog', []],
  ])('are found by %s', async (_, query, texts) => {
    await used(
      'C:\\clips',
      '@hero_1 waves',
      'at 100% speed',
      '让小猫跑起来',
      'A CAT sleeps',
      'The cat moves',
    )
    expect((await list({ query })).texts).toEqual(texts)
  })
})
