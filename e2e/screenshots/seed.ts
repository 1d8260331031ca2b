import { createTask, PICTURES, waitForStatus } from '../support/api'

/** What a studio in use has been asked for: two rounds over the pictures, by several models. */
const PROMPTS = [
  'The camera comes closer, the flag behind her moves in the wind.',
  'The cat turns its head and blinks slowly.',
  'Steam rises from the cup, warm morning light moves across the table.',
  'The rocket lifts off, smoke rolls outwards and fills the night with light.',
]
const ROUNDS = [
  { model: 'aisphere-v5', resolution: '360p' },
  { model: 'aisphere-v4.5', resolution: '540p', cameraMovement: 'zoom_in' },
  { model: 'aisphere-v4', resolution: '360p', cameraMovement: 'pan_left' },
]

export async function seedClips(url: string): Promise<void> {
  const ids: string[] = []
  for (const round of ROUNDS) {
    for (const [index, picture] of PICTURES.entries()) {
      const { id } = await createTask(url, picture, { ...round, prompt: PROMPTS[index] })
      ids.push(id)
    }
  }
  for (const id of ids) await waitForStatus(url, id, 'succeeded')
}
