// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aPage, aTask, aVideo } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import type { TaskPage } from '@/lib/shared/wire'
import { renderInStudio, watchConsole } from '../test-render'
import { Gallery } from './gallery'

watchConsole()

/** The browser's observer, told by the test what is in view. */
const inView = new Set<() => void>()
beforeEach(() => {
  inView.clear()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly look: () => void
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        this.look = () => callback([{ isIntersecting: true }])
      }
      observe = () => void inView.add(this.look)
      disconnect = () => void inView.delete(this.look)
    },
  )
  return () => vi.unstubAllGlobals()
})

const done = (id: string, prompt: string) =>
  aTask({ id, prompt, status: 'succeeded', videos: [aVideo({ url: `/media/${id}.mp4` })] })

function openGallery(list: TaskPage | null) {
  return {
    user: userEvent.setup(),
    ...renderInStudio(<Gallery initialView="comfortable" />, { list }),
  }
}

test('a clip plays in its place, and one at a time', async () => {
  const { user, container } = openGallery(aPage([done('2', 'rain'), done('1', 'snow')]))
  const playing = () =>
    [...container.querySelectorAll('video')].map((video) => video.getAttribute('src'))
  expect(playing()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Play: rain' }))
  expect(playing()).toEqual(['/media/2.mp4'])
  await user.click(screen.getByRole('button', { name: 'Play: snow' }))
  expect(playing()).toEqual(['/media/1.mp4'])
})

test('every state has its card: words for what is not there yet, the reason for what failed', async () => {
  const error = { code: 'moderation', message: 'Moderation refused this clip.' }
  openGallery(
    aPage([
      aTask({ id: '3', status: 'running' }),
      aTask({ id: '2', status: 'failed', error }),
      done('1', 'snow'),
    ]),
  )
  expect(await screen.findByText('In progress')).toBeTruthy()
  expect(screen.getByText('Failed')).toBeTruthy()
  expect(screen.getByText('Moderation refused this clip.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toContain('download=')
  expect(screen.getByRole('link', { name: 'Details' }).getAttribute('href')).toBe('/tasks/1')
  expect(screen.getAllByRole('link', { name: /^Open: / })[0]?.getAttribute('href')).toBe('/tasks/3')
})

test('the next page comes as the end comes near; after a failure only when asked', async () => {
  let isDown = true
  const studio = await startTestStudio({
    'GET /api/tasks': () =>
      isDown ? { status: 400, json: {} } : { json: aPage([done('1', 'snow')]) },
  })
  const { user } = openGallery(aPage([done('2', 'rain')], 'cursor-2'))
  await waitFor(() => expect(inView.size).toBe(1))
  inView.forEach((look) => look())
  await screen.findByText('The next clips could not be loaded.')
  expect(inView.size).toBe(0)
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await screen.findByRole('button', { name: 'Play: snow' })
  expect(screen.getByText('That is all.')).toBeTruthy()
  expect(studio.seen.map(({ path }) => path)).toEqual([
    '/api/tasks?limit=30&cursor=cursor-2',
    '/api/tasks?limit=30&cursor=cursor-2',
  ])
})

test('empty: one sentence, one way on', () => {
  openGallery(aPage([]))
  expect(screen.getByRole('link', { name: 'Create a clip' }).getAttribute('href')).toBe('/')
})

test('what could not be loaded can be asked for again', async () => {
  let isDown = true
  await startTestStudio({
    'GET /api/tasks': () => (isDown ? null : { json: aPage([done('1', 'snow')]) }),
  })
  const { user } = openGallery(null)
  await screen.findByText('The clips could not be loaded.')
  expect(screen.getByText(/does not answer/)).toBeTruthy()
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('button', { name: 'Play: snow' })
})
