// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { createQueryClient } from '../query-client'
import { aPage, aShape, aTask } from '../test-builders'
import { startTestStudio } from '../test-studio'
import { galleryQueries } from './gallery-queries'
import { renewGallery } from './renew-gallery'

test('deep in a gallery, what is around comes anew and its first page with it: without one there is no gallery', async () => {
  const tasks = Array.from({ length: 12 }, (_, index) => aTask({ id: `task-${11 - index}` }))
  await startTestStudio({
    'GET /api/gallery/shape': () => ({ json: aShape(tasks, 2) }),
    'GET /api/gallery/place': () => ({
      json: { total: 12, index: 8, previous: null, next: null },
    }),
    'GET /api/tasks': () => ({ json: aPage([]) }),
  })
  const client = createQueryClient()
  await renewGallery(client, '', { id: 'task-3', index: 8, count: 1 })
  const inMemory = client
    .getQueryCache()
    .findAll({ queryKey: [...galleryQueries.pages(), ''] })
    .map(({ queryKey }) => queryKey[3])
  // Pages of two: the one of the eighth clip, and its neighbours within one clip.
  expect(inMemory).toEqual([null, 'task-6', 'task-4'])
})
