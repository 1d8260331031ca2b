// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { parseShape } from '@/lib/client/gallery/gallery-shape'
import { noteNews } from '@/lib/client/gallery/gallery-news'
import { forgetSelection } from '@/lib/client/gallery/selection'
import { forgetView } from '@/lib/client/gallery/use-gallery-view'
import { dropTask, putTask } from '@/lib/client/task-cache'
import { aPage, aShape, aTask, aVideo } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'
import { renderInStudio, watchConsole } from '../test-render'
import { Gallery } from './gallery'

watchConsole()
beforeEach(() => window.history.replaceState(null, '', '/gallery'))
afterEach(() => {
  forgetSelection()
  forgetView()
})

const done = (id: string, prompt: string, more: Partial<TaskOnWire> = {}) =>
  aTask({
    id,
    prompt,
    status: 'succeeded',
    videos: [aVideo({ url: `/media/${id}.mp4`, width: 600, height: 400 })],
    ...more,
  })

/** A gallery as the server's page brings it: the first page, and then the shape of all of it. */
function openGallery(first: TaskPage | null, all: TaskOnWire[] = first?.tasks ?? [], size = 60) {
  const rendered = renderInStudio(<Gallery initialView="comfortable" />, {
    list: null,
    fill: (client) => {
      if (!first) return
      client.setQueryData(galleryQueries.page('', null).queryKey, first)
      const shape = parseShape(aShape(all, size))
      if (shape) client.setQueryData(galleryQueries.shape('').queryKey, shape)
    },
  })
  return { user: userEvent.setup(), ...rendered }
}

const names = () =>
  within(screen.getByRole('list', { name: 'Gallery' }))
    .getAllByRole('link', { name: /^Open: / })
    .map((link) => link.getAttribute('aria-label'))

test('a clip says its name, length and marks, and opens over the gallery', async () => {
  const { user } = openGallery(
    aPage([done('2', 'rain', { isFavorite: true, rating: 4 }), done('1', 'snow')]),
  )
  expect(names()).toEqual(['Open: rain, 0:05, favourite, 4 stars', 'Open: snow, 0:05'])
  await user.click(screen.getByRole('link', { name: 'Open: snow, 0:05' }))
  expect(window.location.pathname).toBe('/tasks/1')
})

test('every state has its card: words for what is not there yet, the reason for what failed', () => {
  const error = { code: 'moderation', message: 'Moderation refused this clip.' }
  openGallery(
    aPage([
      aTask({ id: '4', status: 'queued', prompt: 'fog' }),
      aTask({ id: '3', status: 'running' }),
      aTask({ id: '2', status: 'failed', error }),
      done('1', 'snow'),
    ]),
  )
  for (const words of ['Waiting', 'In progress', 'Failed', 'Moderation refused this clip.'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Cancel: fog' })).toBeTruthy()
})

test('words and motion are those of the one clip that is looked at', async () => {
  const { user, container } = openGallery(aPage([done('2', 'rain'), done('1', 'snow')]))
  const playing = () =>
    [...container.querySelectorAll('video')].map((video) => video.getAttribute('src'))
  await user.hover(screen.getByRole('link', { name: /rain/ }))
  await waitFor(() => expect(playing()).toEqual(['/media/2.mp4']))
  expect(screen.getByText('rain')).toBeTruthy()
  await user.hover(screen.getByRole('link', { name: /snow/ }))
  await waitFor(() => expect(playing()).toEqual(['/media/1.mp4']))
  expect(screen.queryByText('rain')).toBeNull()
  await user.unhover(screen.getByRole('link', { name: /snow/ }))
  expect(playing()).toEqual([])
})

test('Tab leads to one clip, and the arrows from there to the others', async () => {
  const { user } = openGallery(aPage([done('3', 'rain'), done('2', 'snow'), done('1', 'fog')]))
  const links = () => screen.getAllByRole('link', { name: /^Open: / })
  expect(links().map((link) => link.tabIndex)).toEqual([0, -1, -1])
  links()[0]?.focus()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement).toBe(links()[2])
  expect(links().map((link) => link.tabIndex)).toEqual([-1, -1, 0])
  await user.keyboard('{Home}{End}{ArrowLeft}{Enter}')
  expect(window.location.pathname).toBe('/tasks/2')
})

test('a page is asked for where it is seen, and after a failure when asked', async () => {
  const [first, second] = [done('2', 'rain'), done('1', 'snow')]
  let isDown = true
  const studio = await startTestStudio({
    'GET /api/tasks': () => (isDown ? { status: 400, json: {} } : { json: aPage([second]) }),
  })
  const { user } = openGallery(aPage([first], '2'), [first, second], 1)
  const again = await screen.findByRole('button', { name: /could not be loaded/ })
  isDown = false
  await user.click(again)
  await screen.findByRole('link', { name: 'Open: snow, 0:05' })
  expect(studio.seen.map(({ path }) => path)).toEqual([
    '/api/tasks?limit=60&cursor=2',
    '/api/tasks?limit=60&cursor=2',
  ])
})

test('what has come is counted, and shown when it is wanted', async () => {
  const [old, fresh] = [done('1', 'snow'), done('2', 'rain')]
  const studio = await startTestStudio({
    'GET /api/gallery/fresh': () => ({ json: { count: 1 } }),
    'GET /api/gallery/shape': () => ({ json: aShape([fresh, old]) }),
    'GET /api/tasks': () => ({ json: aPage([fresh, old]) }),
  })
  const { user, client } = openGallery(aPage([old]))
  await act(() => noteNews(client, ['2']))
  // Each step of its way is said; it is counted once.
  await act(() => noteNews(client, ['2']))
  expect(studio.asked('GET /api/gallery/fresh')).toHaveLength(1)
  expect(names()).toEqual(['Open: snow, 0:05'])
  await user.click(await screen.findByRole('button', { name: '1 new' }))
  await waitFor(() => expect(names()).toEqual(['Open: rain, 0:05', 'Open: snow, 0:05']))
  expect(screen.queryByRole('button', { name: '1 new' })).toBeNull()
})

test('a search that found nothing fills by itself: there is nothing that could move', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const fresh = done('2', 'rain')
  await startTestStudio({
    'GET /api/gallery/place': () => ({ json: { total: 1, index: 0, previous: null, next: null } }),
    'GET /api/gallery/shape': () => ({ json: aShape([fresh]) }),
    'GET /api/tasks': () => ({ json: aPage([fresh]) }),
  })
  const { client } = openGallery(aPage([]))
  const none = parseShape({ ...aShape([]), youngest: '1' }) ?? undefined
  act(() => void client.setQueryData(galleryQueries.shape('').queryKey, none))
  await act(() => noteNews(client, ['2']))
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  await screen.findByRole('link', { name: 'Open: rain, 0:05' })
})

test('what has come is shown first, whatever the order was', async () => {
  const [old, fresh] = [done('1', 'snow'), done('2', 'rain')]
  await startTestStudio({
    'GET /api/gallery/fresh': () => ({ json: { count: 1 } }),
    'GET /api/gallery/shape': () => ({ json: aShape([fresh, old]) }),
    'GET /api/tasks': () => ({ json: aPage([fresh, old]) }),
  })
  window.history.replaceState(null, '', '/gallery?sort=rating')
  const rendered = renderInStudio(<Gallery initialView="comfortable" />, {
    list: null,
    fill: (client) => {
      client.setQueryData(galleryQueries.page('sort=rating', null).queryKey, aPage([old]))
      const shape = parseShape(aShape([old]))
      if (shape) client.setQueryData(galleryQueries.shape('sort=rating').queryKey, shape)
    },
  })
  await act(() => noteNews(rendered.client, ['2']))
  await userEvent.setup().click(await screen.findByRole('button', { name: '1 new' }))
  await waitFor(() => expect(window.location.search).toBe(''))
})

test('a clip that changes is mended in its place, and one that is deleted leaves', async () => {
  const { client } = openGallery(
    aPage([done('3', 'rain'), aTask({ id: '2', prompt: 'snow' }), done('1', 'fog')]),
  )
  putTask(client, done('2', 'snow'))
  const [rain, snow, fog] = ['rain', 'snow', 'fog'].map((prompt) => `Open: ${prompt}, 0:05`)
  await waitFor(() => expect(names()).toEqual([rain, snow, fog]))
  dropTask(client, '2')
  await waitFor(() => expect(names()).toEqual([rain, fog]))
  putTask(client, done('3', 'rain', { deletedAt: '2026-03-02T10:00:00.000Z' }))
  await waitFor(() => expect(names()).toEqual([fog]))
  const item = screen.getByRole('link', { name: /fog/ }).closest('li')
  expect(item?.getAttribute('aria-posinset')).toBe('1')
  expect(item?.getAttribute('aria-setsize')).toBe('1')
})

test('the view is chosen for this browser; as a list each clip says all of it', async () => {
  const { user } = openGallery(aPage([done('1', 'snow', { rating: 3 })]))
  await user.click(screen.getByRole('radio', { name: 'List' }))
  const line = screen.getByRole('link', { name: /snow/ })
  for (const words of ['v5', '0:05', 'Done', 'Mar 1']) expect(line.textContent).toContain(words)
  expect(within(line).getByRole('img', { name: '3 stars' })).toBeTruthy()
  expect(document.cookie).toContain('gallery-view=list')
})

test('empty: one sentence, one way on', () => {
  openGallery(aPage([]))
  expect(screen.getByRole('link', { name: 'Create a clip' }).getAttribute('href')).toBe('/')
})

test('what could not be loaded can be asked for again', async () => {
  let isDown = true
  await startTestStudio({
    'GET /api/tasks': () => (isDown ? null : { json: aPage([done('1', 'snow')]) }),
    'GET /api/gallery/shape': () => (isDown ? null : { json: aShape([done('1', 'snow')]) }),
  })
  const { user } = openGallery(null)
  await screen.findByText('The clips could not be loaded.')
  expect(screen.getByText(/does not answer/)).toBeTruthy()
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('link', { name: 'Open: snow, 0:05' })
})

test('what another search could not load is said after one question, and what was there stays until then', async () => {
  const studio = await startTestStudio({
    'GET /api/tasks': () => ({ status: 400, json: anError('bad_request', 'No.') }),
  })
  openGallery(aPage([done('1', 'snow')]))
  act(() => window.history.pushState(null, '', '/gallery?q=cat'))
  expect(names()).toEqual(['Open: snow, 0:05'])
  await screen.findByText('The clips could not be loaded.')
  expect(studio.asked('GET /api/tasks')).toHaveLength(1)
})
