import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { modelsOnWireSchema, type ModelsOnWire } from '@/lib/shared/models-on-wire'
import { ask, postTask, uploadPicture, waitForStatus } from './support/api'
import { readClip } from './support/clip-file'
import { startSimulator, startStudio, type Simulator, type Studio } from './support/studio'
import { expect, test } from './support/test'

/** Every field that a model has in a mode, at once, as far as they go together; in 360p, which is soonest done. */
const COMMON = { duration: 5, resolution: '360p', seed: 7, negativePrompt: 'blur 模糊' }
const SOUND = { soundEffectSwitch: true, soundEffectContent: '鸟鸣' }
const V55 = { generateAudioSwitch: true, generateMultiClipSwitch: true, thinkingType: 'enabled' }
const NORMAL = { motionMode: 'normal' }
const RICHEST: Record<string, Record<string, Record<string, unknown>>> = {
  'aisphere-v5.5': {
    image: { ...COMMON, ...V55, ...NORMAL, style: 'normal' },
    frames: { ...COMMON, ...V55, ...NORMAL },
  },
  'aisphere-v5': {
    image: { ...COMMON, ...SOUND, ...NORMAL, style: 'anime' },
    frames: { ...COMMON, ...SOUND, ...NORMAL },
    reference: { ...COMMON, ...SOUND },
  },
  'aisphere-v4.5': {
    image: { ...COMMON, ...SOUND, ...NORMAL, style: 'clay', cameraMovement: 'hitchcock' },
    frames: { ...COMMON, ...SOUND, motionMode: 'fast' },
    reference: { ...COMMON, ...SOUND },
  },
  'aisphere-v4': {
    image: { ...COMMON, ...SOUND, ...NORMAL, style: 'comic', cameraMovement: 'fix_bg' },
    frames: { ...COMMON, ...SOUND, motionMode: 'fast' },
  },
  'aisphere-v3.5': {
    image: { ...COMMON, ...SOUND, motionMode: 'fast', style: 'cyberpunk' },
    frames: { ...COMMON, ...SOUND, motionMode: 'fast' },
  },
}

const KEY = `sk-${randomUUID()}`
let gateway: Simulator
let studio: Studio
let served: ModelsOnWire
let pictures: string[]

test.beforeAll(async () => {
  gateway = await startSimulator(KEY)
  studio = await startStudio({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway.url })
  served = modelsOnWireSchema.parse(await (await ask(studio.url, '/api/models')).json())
  const names = ['coffee.png', 'chelsea.png', 'rocket.jpg']
  pictures = await Promise.all(
    names.map(async (name) => (await uploadPicture(studio.url, name)).id),
  )
})
test.afterAll(async () => {
  await studio.remove()
  await gateway.remove()
})

/** The pictures of a mode as the studio is given them, and as the gateway is to receive them. */
function picturesOf(mode: string): { sent: object; received: object } {
  const [a, b, c] = pictures.map((imageId) => ({ imageId }))
  const imageUrl = expect.stringContaining('/media/input/')
  if (mode === 'image') return { sent: { image: a }, received: { image: { imageUrl } } }
  if (mode === 'frames') {
    return {
      sent: { headtailImages: { head: a, tail: b } },
      received: { headtailImages: { headImageUrl: imageUrl, tailImageUrl: imageUrl } },
    }
  }
  const words = [
    { type: 'subject', refName: 'cup' },
    { type: 'subject', refName: 'cat' },
    { type: 'background', refName: 'sky' },
  ]
  return {
    sent: { characterImages: words.map((word, at) => ({ ...word, ...[a, b, c][at] })) },
    received: { characterImages: words.map((word) => ({ ...word, imageUrl })) },
  }
}

function receivedBodies(): Record<string, unknown>[] {
  const lines = readFileSync(path.join(gateway.dataDir, 'ledger.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line).body)
}

test('this file leaves out no model, mode or field that is served', () => {
  const here = Object.entries(RICHEST).flatMap(([model, modes]) =>
    Object.entries(modes).map(([mode, settings]) => [model, mode, ...Object.keys(settings).sort()]),
  )
  const there = served.models.flatMap(({ id, modes, fields }) =>
    modes.map((mode) => {
      const taken = fields.filter((field) => field.modes.includes(mode))
      return [id, mode, ...taken.map(({ name }) => name).sort()]
    }),
  )
  expect(here).toEqual(there)
})

for (const [model, modes] of Object.entries(RICHEST)) {
  for (const [mode, settings] of Object.entries(modes)) {
    test(`${model}, ${mode}: all its fields at once reach the gateway, and a clip comes back`, async () => {
      const prompt = `@cup and @cat under the @sky ${model} ${mode}`
      const { sent, received } = picturesOf(mode)
      const answer = await postTask(studio.url, { model, prompt, ...sent, ...settings })
      expect(answer.status, await answer.clone().text()).toBe(202)
      const { id } = await answer.json()
      const task = await waitForStatus(studio.url, id, 'succeeded')
      expect(task).toMatchObject({ mode, model, prompt, params: settings, error: null })

      const [video] = task.videos
      const clip = await (await ask(studio.url, video?.url ?? '')).arrayBuffer()
      expect(clip.byteLength).toBe(video?.bytes)
      const facts = await readClip(clip)
      expect(Math.min(facts.width, facts.height)).toBe(360)
      expect(Math.abs(facts.seconds - 5)).toBeLessThan(0.2)

      const bodies = receivedBodies().filter((body) => body.prompt === prompt)
      expect(bodies).toEqual([{ _action: 'i2v', model, prompt, ...received, ...settings }])
    })
  }
}

test('all that is wrong with a body is answered at once, each with its path and a sentence', async () => {
  const body = {
    model: 'aisphere-v3.5',
    prompt: '',
    headtailImages: { head: { imageId: pictures[0], imageUrl: 'x' } },
    duration: 8,
    resolution: '1080p',
    motionMode: 'fast',
    style: 'clay',
    cameraMovement: 'zoom_in',
    thinkingType: 'auto',
    seed: -1,
    fps: 24,
  }
  const answer = await postTask(studio.url, body, { 'accept-language': 'zh' })
  expect(answer.status).toBe(422)
  const { error } = await answer.json()
  const told: { path: string; message: string }[] = error.fields
  expect([...new Set(told.map((field) => field.path))].sort()).toEqual([
    'cameraMovement',
    'duration',
    'fps',
    'headtailImages.head.imageUrl',
    'headtailImages.tail',
    'motionMode',
    'prompt',
    'seed',
    'style',
    'thinkingType',
  ])
  for (const { message } of told) expect(message).toMatch(/[\u4e00-\u9fff]/)
})
