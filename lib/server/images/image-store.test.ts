import { afterEach, beforeEach, expect, it } from 'vitest'
import { imageSchema } from '@/lib/shared/wire'
import { plainPicture } from './attack-files'
import { createOrGetImage, findAnyImage, findImage, findImages } from './image-store'
import { listImages } from './list-images'
import { imageUrl, presentImage } from './present-image'
import { takeInPicture } from './take-in-picture'
import { testStudio } from './test-studio'

let studio: Awaited<ReturnType<typeof testStudio>>
beforeEach(async () => void (studio = await testStudio()))
afterEach(() => studio.remove())

it('gives a picture to its owner alone', async () => {
  const row = await takeInPicture({ person: { id: 'me' }, bytes: await plainPicture() })
  expect(await findImage({ owner: 'me', id: row.id })).toEqual(row)
  expect(await findImage({ owner: 'you', id: row.id })).toBeNull()
  expect(await findImage({ owner: 'me', id: 'another' })).toBeNull()
  expect(await findAnyImage(row.id)).toEqual(row)
  expect(await findImages({ owner: 'me', ids: [row.id, 'another'] })).toEqual([row])
  expect(await findImages({ owner: 'you', ids: [row.id] })).toEqual([])
})

it('makes one row when several want to make it at the same moment', async () => {
  const picture = await takeInPicture({ person: { id: 'me' }, bytes: await plainPicture() })
  const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`)
  const wanted = ids.map((id) => createOrGetImage({ ...picture, owner: 'you', id }))
  const rows = await Promise.all(wanted)
  expect(new Set(rows.map((row) => row.id)).size).toBe(1)
  expect(await studio.database.image.count()).toBe(2)
})

it('lists the pictures of one person, newest first, page by page, each once', async () => {
  const me = { id: 'me' }
  const taken: string[] = []
  for (const width of [400, 410, 420, 430, 440]) {
    const row = await takeInPicture({ person: me, bytes: await plainPicture({ width }) })
    taken.unshift(row.id)
  }
  await takeInPicture({ person: { id: 'you' }, bytes: await plainPicture() })
  const seen: string[] = []
  const pages: number[] = []
  let cursor: string | null = null
  do {
    const page = await listImages({ person: me, limit: 2, cursor })
    seen.push(...page.images.map(({ id }) => id))
    pages.push(page.images.length)
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(taken)
  expect(pages).toEqual([2, 2, 1])
  // A page that is exactly full is the last one.
  expect((await listImages({ person: me, limit: 5, cursor: null })).nextCursor).toBeNull()
  expect(await listImages({ person: { id: 'nobody' }, limit: 5, cursor: null })).toEqual({
    images: [],
    nextCursor: null,
  })
})

it('finds a page by an index, however many pictures there are', async () => {
  const plan = await studio.database.$queryRaw<{ detail: string }[]>`
    EXPLAIN QUERY PLAN SELECT * FROM "Image" WHERE "owner" = 'me' AND "id" < 'x' ORDER BY "id" DESC LIMIT 3`
  const steps = plan.map(({ detail }) => detail)
  expect(steps).toEqual([expect.stringContaining('Image_owner_id_idx')])
})

it('is shown as the wire says, under an address that names its content', async () => {
  const bytes = await plainPicture({ width: 5000, height: 2500, alpha: 0.5 })
  const row = await takeInPicture({ person: { id: 'me' }, bytes })
  const shown = presentImage(row)
  expect(imageSchema.parse(shown)).toEqual(shown)
  expect(shown).toMatchObject({ width: 4000, height: 2000, originalWidth: 5000 })
  expect(shown).not.toHaveProperty('owner')
  expect(shown.url).toBe(`/media/${row.id}/${row.sha256}.png`)
  expect(imageUrl(row)).toBe(shown.url)
})
