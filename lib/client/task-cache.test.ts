import { expect, test } from 'vitest'
import type { TaskPage } from '@/lib/shared/wire'
import { createQueryClient } from './query-client'
import { activeTasks, dropTask, listedTasks, putNewestPage, putTask } from './task-cache'
import { taskQueries } from './task-queries'
import { aPage, aTask } from './test-builders'

function clientWith(...pages: string[][]) {
  const client = createQueryClient()
  const last = pages.length - 1
  const listed = pages.map((ids, index) =>
    aPage(
      ids.map((id) => aTask({ id })),
      index === last ? null : (ids.at(-1) ?? null),
    ),
  )
  putList(client, ...listed)
  return client
}
function putList(client: ReturnType<typeof createQueryClient>, ...pages: TaskPage[]): void {
  client.setQueryData(taskQueries.list().queryKey, { pages, pageParams: pages.map(() => null) })
}
const ids = (client: ReturnType<typeof createQueryClient>) =>
  listedTasks(client).map((task) => task.id)

test('a new task goes to the front, an old one into its place, on any page', () => {
  const client = clientWith(['5', '4'], ['3', '2'])
  putTask(client, aTask({ id: '6' }))
  putTask(client, aTask({ id: '3', status: 'succeeded' }))
  expect(ids(client)).toEqual(['6', '5', '4', '3', '2'])
  expect(listedTasks(client)[3]?.status).toBe('succeeded')
})

test('a task older than what is listed stays out while its page is not loaded', () => {
  const client = clientWith()
  const first = aPage([aTask({ id: '5' }), aTask({ id: '4' })], '4')
  putList(client, first)
  putTask(client, aTask({ id: '1' }))
  expect(ids(client)).toEqual(['5', '4'])
  putList(client, { ...first, nextCursor: null })
  putTask(client, aTask({ id: '1' }))
  expect(ids(client)).toEqual(['5', '4', '1'])
})

test('a task that comes back from the trash goes to its old place', () => {
  const client = clientWith(['7', '5'], ['3', '1'])
  putTask(client, aTask({ id: '6' }))
  putTask(client, aTask({ id: '2' }))
  expect(ids(client)).toEqual(['7', '6', '5', '3', '2', '1'])
})

test('the first task of an empty list is listed', () => {
  const client = clientWith([])
  putTask(client, aTask({ id: '1' }))
  expect(ids(client)).toEqual(['1'])
})

test('the newest page is merged, and where it leaves a gap the list starts anew', () => {
  const client = clientWith(['5', '4'])
  putNewestPage(client, aPage([aTask({ id: '7' }), aTask({ id: '6' }), aTask({ id: '5' })], '5'))
  expect(ids(client)).toEqual(['7', '6', '5', '4'])
  putNewestPage(client, aPage([aTask({ id: '9' }), aTask({ id: '8' })], '8'))
  expect(ids(client)).toEqual(['9', '8'])
})

test('a deleted task leaves the list', () => {
  const client = clientWith(['2', '1'])
  dropTask(client, '2')
  expect(ids(client)).toEqual(['1'])
})

test('what waits for a person or has ended is not active', () => {
  const client = clientWith(['4', '3', '2', '1'])
  putTask(client, aTask({ id: '4', status: 'unconfirmed' }))
  putTask(client, aTask({ id: '3', status: 'succeeded' }))
  putTask(client, aTask({ id: '2', status: 'queued' }))
  expect(activeTasks(client).map((task) => task.id)).toEqual(['2', '1'])
})
