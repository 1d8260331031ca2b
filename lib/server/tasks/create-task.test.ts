import { expect, it } from 'vitest'
import { db } from '../db/database'
import { createTask } from './create-task'
import { findTask } from './store/tasks'
import { storeImage } from './test-task'
import { ownDatabase } from './test-own-database'

const person = { id: 'local' }
ownDatabase()

it('answers a new task exactly as it is stored, without reading it back', async () => {
  const [subject, background] = [await storeImage(), await storeImage()]
  const body = {
    model: 'aisphere-v5',
    prompt: '@cat walks in @room',
    resolution: '360p',
    characterImages: [
      { imageId: subject, type: 'subject', refName: 'cat' },
      { imageId: background, type: 'background', refName: 'room' },
    ],
  }
  const task = await createTask({ person, key: 'key-1', body })
  expect(task.inputs.map(({ image }) => image.id)).toEqual([subject, background])
  expect(task).toEqual(await findTask(task.id))
})

it('binds a key to one task, and tells of it as soon as it is there', async () => {
  const body = {
    model: 'aisphere-v5',
    prompt: 'a cat',
    resolution: '360p',
    image: { imageId: await storeImage() },
  }
  const ask = () => createTask({ person, key: 'key-1', body })
  const tasks = await Promise.all([ask(), ask(), ask()])
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(1)
  expect(tasks[1]).toEqual(tasks[0])
  expect(await (await db()).task.count()).toBe(1)
  expect(await (await db()).event.count()).toBe(1)
})
