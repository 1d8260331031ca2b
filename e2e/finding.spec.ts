import * as z from 'zod'
import {
  galleryCountsSchema,
  galleryIdsSchema,
  galleryPlaceSchema,
  galleryShapeSchema,
} from '@/lib/shared/gallery/gallery-wire'
import { taskOnWireSchema, taskPageSchema } from '@/lib/shared/wire'
import { ask, postTask, uploadPicture } from './support/api'
import { startStudio } from './support/studio'
import { expect, test } from './support/test'

const PROMPTS = ['a red fox in the snow', 'a fox at night', '一只橘猫在窗边', 'café in Montréal']

test('clips are found over HTTP as soon as they are there', async () => {
  const studio = await startStudio({ WORKER: 'off' })
  try {
    const { id: imageId } = await uploadPicture(studio.url, 'rocket.jpg')
    const ids: string[] = []
    for (const prompt of PROMPTS) {
      const answer = await postTask(studio.url, {
        model: 'aisphere-v5',
        prompt,
        image: { imageId },
      })
      ids.push(taskOnWireSchema.parse(await answer.json()).id)
    }
    const [redFox = '', fox = '', cat = '', cafe = ''] = ids
    const get = async <T>(path: string, schema: z.core.$ZodType<T>) =>
      z.parse(schema, await (await ask(studio.url, path)).json())
    const found = async (query: string) =>
      (await get(`/api/tasks?${query}`, taskPageSchema)).tasks.map(({ id }) => id)

    expect(await found('')).toEqual([cafe, cat, fox, redFox])
    expect(await found('q=fox')).toEqual([fox, redFox])
    expect(await found('q=fox+red')).toEqual([redFox])
    expect(await found(`q=${encodeURIComponent('橘猫')}`)).toEqual([cat])
    expect(await found(`q=${encodeURIComponent('窗')}`)).toEqual([cat])
    expect(await found('q=montreal&state=queued&sort=oldest')).toEqual([cafe])
    expect(await found(`ids=${fox},none,${cat}`)).toEqual([fox, cat])

    const shape = await get('/api/gallery/shape?q=fox', galleryShapeSchema)
    expect([shape.total, shape.youngest]).toEqual([2, cafe])
    const counts = await get('/api/gallery/counts?q=fox', galleryCountsSchema)
    expect(counts.facets.state).toEqual([{ value: 'queued', label: null, count: 2 }])
    const place = await get(`/api/gallery/place?q=fox&id=${fox}`, galleryPlaceSchema)
    expect(place).toEqual({ total: 2, index: 0, previous: null, next: redFox })
    const range = await get(
      `/api/gallery/ids?from=2020-01-01&first=${redFox}&last=${cat}`,
      galleryIdsSchema,
    )
    expect(range.ids).toEqual([cat, fox, redFox])

    await ask(studio.url, `/api/tasks/${fox}/cancel`, { method: 'POST' })
    expect(await found('q=fox&state=canceled')).toEqual([fox])
    await ask(studio.url, `/api/tasks/${fox}`, { method: 'DELETE' })
    expect([await found('q=fox'), await found('q=fox&trash=1')]).toEqual([[redFox], [fox]])

    for (const wrong of ['rating=9', 'state=lost', 'sort=rating&cursor=x', 'cursor=x', 'ids=$'])
      expect((await ask(studio.url, `/api/tasks?${wrong}`)).status, wrong).toBe(422)
    expect((await ask(studio.url, '/api/gallery/place')).status).toBe(422)
  } finally {
    await studio.remove()
  }
})
