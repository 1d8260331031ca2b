import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RenderJob } from './render/render-job'
import { CLIP, dataUri, picture, startTestSimulator } from './test-harness'

/** A simulator that keeps the jobs it would render. */
async function watched() {
  const jobs: RenderJob[] = []
  const render = async (job: RenderJob) => {
    jobs.push(job)
    return CLIP
  }
  const simulator = await startTestSimulator({ renderer: { render, close: async () => undefined } })
  const jobFor = async (overrides: Record<string, unknown>) => {
    const before = jobs.length
    await simulator.succeeded(await simulator.accepted(overrides))
    return jobs.slice(before)
  }
  return { simulator, jobFor }
}

async function colour(background: string): Promise<string> {
  return dataUri(picture({ width: 320, height: 320, background }))
}

function rolesOf(jobs: readonly RenderJob[]) {
  return jobs.map((job) => job.pictures.map(({ role }) => role))
}

const V55 = { model: 'aisphere-v5.5', image: undefined }

describe('what a submit asks of its clip', () => {
  test('a picture: one shot of it, without sound', async () => {
    const { jobFor } = await watched()
    const jobs = await jobFor({ soundEffectSwitch: false })
    expect(jobs).toMatchObject([{ shots: 1, sound: null, move: null }])
    expect(rolesOf(jobs)).toEqual([['first']])
  })

  test('a pair: both, in their order', async () => {
    const { jobFor } = await watched()
    const [headImageUrl, tailImageUrl] = [await colour('red'), await colour('blue')]
    const jobs = await jobFor({ image: undefined, headtailImages: { headImageUrl, tailImageUrl } })
    expect(rolesOf(jobs)).toEqual([['first', 'last']])
    const files = await Promise.all(jobs[0]?.pictures.map(({ file }) => readFile(file)) ?? [])
    expect(files.map((bytes) => bytes.toString('base64'))).toEqual(
      [headImageUrl, tailImageUrl].map((uri) => uri.split(',')[1]),
    )
  })

  test('references: each in its part, in the order of the prompt, and again in another', async () => {
    const { jobFor } = await watched()
    const characterImages = [
      { imageUrl: await colour('red'), type: 'subject', refName: 'cat' },
      { imageUrl: await colour('green'), type: 'background', refName: 'quay' },
      { imageUrl: await colour('blue'), type: 'subject', refName: 'dog' },
    ]
    const mode = { image: undefined, characterImages }
    const jobs = await jobFor({ ...mode, prompt: '@dog greets @cat on the @quay' })
    expect(rolesOf(jobs)).toEqual([['subject', 'subject', 'background']])
    const turned = await jobFor({ ...mode, prompt: '@cat greets @dog on the @quay' })
    const [dog, cat, quay] = jobs[0]?.pictures ?? []
    expect(turned[0]?.pictures).toEqual([cat, dog, quay])
    // Nothing else about the prompt shows in a clip.
    expect(await jobFor({ ...mode, prompt: '@cat then @dog then @quay' })).toEqual([])
    expect(await jobFor({ ...mode, characterImages: characterImages.slice(0, 1) })).toHaveLength(1)
  })

  test.each([
    [5, 2],
    [8, 3],
    [10, 4],
  ])('several clips: in %i seconds %i shots', async (duration, shots) => {
    const { jobFor } = await watched()
    const image = { imageUrl: await dataUri() }
    const asked = { ...V55, image, duration }
    expect(await jobFor({ ...asked, generateMultiClipSwitch: true })).toMatchObject([{ shots }])
    expect(await jobFor({ ...asked, generateMultiClipSwitch: false })).toMatchObject([{ shots: 1 }])
  })

  test('sound: after the prompt, and after the effect that was asked for', async () => {
    const { jobFor } = await watched()
    const image = { imageUrl: await dataUri() }
    const prompt = 'a boat'
    expect(await jobFor({ ...V55, image, prompt, generateAudioSwitch: true })).toMatchObject([
      { sound: 'a boat' },
    ])
    expect(await jobFor({ ...V55, image, prompt, generateAudioSwitch: false })).toMatchObject([
      { sound: null },
    ])
    const effect = { prompt, soundEffectSwitch: true }
    expect(await jobFor({ ...effect, soundEffectContent: '鸟鸣' })).toMatchObject([
      { sound: '鸟鸣\na boat' },
    ])
    expect(await jobFor(effect)).toMatchObject([{ sound: '\na boat' }])
    // A text without its switch asks for nothing: the same clip as the silent one before.
    const unswitched = { prompt, soundEffectContent: '鸟鸣', soundEffectSwitch: false }
    expect(await jobFor(unswitched)).toEqual([])
  })
})

test('a task that was kept before clips had sound and shots is still there', async () => {
  const first = await startTestSimulator()
  const id = await first.accepted()
  await first.close()
  const folder = path.join(first.data, 'tasks')
  const [name = ''] = await readdir(folder)
  const { submission, clip, ...rest } = JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  const { references, isMultiClip, soundWords, ...oldSubmission } = submission
  const { shots, ...oldClip } = clip
  expect([references, isMultiClip, soundWords, shots]).toEqual([[], false, null, 1])
  const kept = { ...rest, submission: oldSubmission, clip: oldClip }
  await writeFile(path.join(folder, name), JSON.stringify(kept))
  const second = await startTestSimulator({ data: first.data })
  expect((await second.succeeded(id)).urls).toHaveLength(1)
})
