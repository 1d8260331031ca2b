import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { db } from '../db/database'
import type { Prisma } from '../db/generated/client'
import type { Slots } from './store/slots'

/** Builds a stored task with its picture; for tests. */
export async function storeTask(
  overrides: Partial<Prisma.TaskUncheckedCreateInput> = {},
): Promise<string> {
  const now = new Date('2026-01-01T00:00:00Z')
  const id = uuidv7()
  await (
    await db()
  ).task.create({
    data: {
      id,
      owner: 'local',
      status: 'queued',
      gateway: 'simulator',
      mode: 'image',
      model: 'aisphere-v5',
      prompt: 'a cat turns its head',
      params: JSON.stringify({ duration: 5, resolution: '540p' }),
      dueAt: now,
      createdAt: now,
      updatedAt: now,
      inputs: { create: [{ position: 0, role: 'image', imageId: await storeImage() }] },
      ...overrides,
    },
  })
  return id
}

export async function storeImage(): Promise<string> {
  const id = uuidv7()
  await (
    await db()
  ).image.create({
    data: {
      id,
      owner: 'local',
      sha256: randomBytes(32).toString('hex'),
      contentType: 'image/jpeg',
      bytes: 1000,
      width: 600,
      height: 400,
      originalWidth: 600,
      originalHeight: 400,
      createdAt: new Date('2026-01-01T00:00:00Z'),
    },
  })
  return id
}

/** What is sent counts for an hour, what nobody knows of for five minutes. */
export function testSlots(now: Date, concurrency = 5): Slots {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return {
    concurrency,
    runningSince: ago(60),
    unconfirmedSince: ago(5),
    doneWords: ['succeeded'],
  }
}
