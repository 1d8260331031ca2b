import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { imageSchema, taskOnWireSchema, type ImageOnWire, type TaskOnWire } from '@/lib/shared/wire'

export const PICTURES = ['astronaut.png', 'chelsea.png', 'coffee.png', 'rocket.jpg'] as const
export const picturePath = (name: string) => path.resolve('e2e/fixtures', name)

/** A request as the studio's own page would send it. */
export function ask(
  url: string,
  route: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
) {
  return fetch(url + route, { ...init, headers: { origin: url, ...init.headers } })
}

export async function uploadPicture(url: string, name: string): Promise<ImageOnWire> {
  const form = new FormData()
  form.set('file', new Blob([readFileSync(picturePath(name))]), name)
  const answer = await ask(url, '/api/images', { method: 'POST', body: form })
  expect(answer.status).toBe(201)
  return imageSchema.parse(await answer.json())
}

export function postTask(url: string, body: object, headers: Record<string, string> = {}) {
  return ask(url, '/api/tasks', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  })
}

/** Uploads, creates, and returns the task as it was accepted. */
export async function createTask(
  url: string,
  picture: string,
  settings: object = {},
): Promise<TaskOnWire> {
  const { id } = await uploadPicture(url, picture)
  const body = {
    model: 'aisphere-v5',
    prompt: 'slowly',
    image: { imageId: id },
    resolution: '360p',
    ...settings,
  }
  const answer = await postTask(url, body)
  expect(answer.status, await answer.clone().text()).toBe(202)
  return taskOnWireSchema.parse(await answer.json())
}

export async function readTask(url: string, id: string): Promise<TaskOnWire> {
  return taskOnWireSchema.parse(await (await ask(url, `/api/tasks/${id}`)).json())
}

/** Waits until the task is in one of these states. */
export async function waitForStatus(
  url: string,
  id: string,
  ...statuses: string[]
): Promise<TaskOnWire> {
  await expect
    .poll(async () => (await readTask(url, id)).status, { timeout: 60_000, intervals: [200] })
    .toMatch(new RegExp(`^(${statuses.join('|')})$`))
  return readTask(url, id)
}
