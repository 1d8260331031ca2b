import { randomUUID } from 'node:crypto'
import { expect } from 'playwright/test'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import { ask, postTask, uploadPicture } from './api'

/** What the clips are made with, beside a picture and a prompt. */
const KINDS: readonly object[] = [
  { model: 'aisphere-v5', style: 'clay', resolution: '540p', duration: 5 },
  { model: 'aisphere-v5', resolution: '540p', duration: 8, seed: 12 },
  { model: 'aisphere-v5', resolution: '360p', duration: 5, soundEffectSwitch: true },
  { model: 'aisphere-v4.5', cameraMovement: 'zoom_in', resolution: '720p', duration: 5 },
  { model: 'aisphere-v4', cameraMovement: 'crane_up', resolution: '540p', duration: 8 },
]

/**
 * Clips that differ in everything that can be filtered, in a studio whose worker is off: they wait. Some are canceled, rated,
 * tagged, kept; one was gone on from.
 */
export async function makeVariedClips(url: string, rounds = 4): Promise<string[]> {
  const { id: imageId } = await uploadPicture(url, 'coffee.png')
  const ids: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of KINDS) {
      ids.push(
        await post(url, { ...kind, prompt: `the light of round ${round}`, image: { imageId } }),
      )
    }
    const headtailImages = { head: { imageId }, tail: { imageId } }
    const frames = { model: 'aisphere-v5', prompt: 'from here to there', headtailImages }
    ids.push(await post(url, frames))
  }
  const [first = '', second = '', third = '', fourth = ''] = ids
  const parent = { taskId: first, way: 'all' }
  await post(url, { ...KINDS[0], prompt: 'a cat at night', image: { imageId }, parent })
  await change(url, [first, second, third], { kind: 'rate', rating: 4 })
  await change(url, [second], { kind: 'rate', rating: 5 })
  await change(url, [first, second], { kind: 'favorite', isFavorite: true })
  await change(url, [first, third], { kind: 'tag', add: ['night', 'rain'], remove: [] })
  await change(url, [fourth], { kind: 'cancel' })
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ name: 'Showreel', query: null })
  const made = await ask(url, '/api/collections', { method: 'POST', headers: json, body })
  const { id: collectionId } = await made.json()
  await change(url, [second, first], { kind: 'collect', collectionId })
  return ids
}

async function post(url: string, body: object): Promise<string> {
  const answer = await postTask(url, body)
  expect(answer.status, await answer.clone().text()).toBe(202)
  return (await answer.json()).id
}

async function change(url: string, ids: string[], action: ChangeAction): Promise<void> {
  const answer = await ask(url, '/api/changes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ selection: { ids }, action }),
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
}
