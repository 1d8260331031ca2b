// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { openClip } from '@/lib/client/gallery/open-clip'
import { aPage, aTask, aVideo } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import { ToastPlace } from '../shell/toast-place'
import { renderInStudio, watchConsole } from '../test-render'
import { ViewerHost } from './viewer-host'

watchConsole()

const clip = (id: string, prompt: string) =>
  aTask({ id, prompt, status: 'succeeded', videos: [aVideo({ url: `/media/${id}/a.mp4` })] })

async function openHost(places: Record<string, object> = {}) {
  const tasks = [clip('a', 'rain'), clip('b', 'snow')]
  const studio = await startTestStudio({
    'GET /api/gallery/place': ({ path }) => {
      const id = new URLSearchParams(path.split('?')[1]).get('id') ?? ''
      return { json: { total: 2, index: null, previous: null, next: null, ...places[id] } }
    },
    'GET /api/tasks/a': () => ({ json: tasks[0] }),
    'GET /api/tasks/b': () => ({ json: tasks[1] }),
    'GET /api/tasks/a/history': () => ({ json: { entries: [] } }),
    'GET /api/tasks/b/history': () => ({ json: { entries: [] } }),
    'DELETE /api/tasks/a': () => ({ status: 204, text: '' }),
    'HEAD /media/a/a.mp4': () => ({ status: 404, text: '' }),
  })
  window.history.replaceState(null, '', '/gallery?q=w')
  renderInStudio(
    <>
      <ViewerHost search="q=w" />
      <ToastPlace />
    </>,
    { list: aPage(tasks) },
  )
  act(() => openClip('a', 'q=w'))
  const dialog = await screen.findByRole('dialog', { name: 'Clip over the gallery' })
  return { studio, dialog: within(dialog), user: userEvent.setup() }
}

test('a clip is shown while the address is its own, with the gallery’s order around it', async () => {
  const places = { a: { index: 0, next: 'b' }, b: { index: 1, previous: 'a' } }
  const { studio, dialog, user } = await openHost(places)
  expect(dialog.getByRole('heading', { name: 'rain' })).toBeTruthy()
  expect(await dialog.findByText('1 of 2')).toBeTruthy()
  expect(studio.seen.map(({ path }) => path)).toContain('/api/gallery/place?q=w&id=a')
  await user.click(dialog.getByRole('button', { name: 'Next clip' }))
  await dialog.findByRole('heading', { name: 'snow' })
  expect(window.location.pathname).toBe('/tasks/b')
  await user.keyboard('{ArrowLeft}')
  await dialog.findByRole('heading', { name: 'rain' })
  await user.click(dialog.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(window.location.pathname).toBe('/gallery')
})

test('after a deletion comes the next clip, and the undo can be pressed inside', async () => {
  const { dialog, user } = await openHost({ a: { index: 0, next: 'b' } })
  await dialog.findByRole('button', { name: 'Next clip' })
  await user.keyboard('{Delete}')
  await dialog.findByRole('heading', { name: 'snow' })
  expect(await dialog.findByRole('button', { name: /Undo/ })).toBeTruthy()
})

test('a clip that does not play and is not there says so, with what is possible', async () => {
  const { dialog } = await openHost()
  const video = document.querySelector('video')
  expect(dialog.getByText(/The clip is saved here/)).toBeTruthy()
  act(() => void video?.dispatchEvent(new Event('error')))
  await dialog.findByText('The file of this clip is gone')
  expect(dialog.getByText('Its file is not in the studio any more.')).toBeTruthy()
  for (const needsFile of [/The clip is saved here/, 'Download', 'Make it longer']) {
    expect(dialog.queryByText(needsFile)).toBeNull()
  }
  expect(dialog.getByRole('link', { name: 'Use its settings again' })).toBeTruthy()
  expect(document.querySelector('video')).toBeNull()
})
