// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { someCounts } from '@/lib/client/gallery/test-counts'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { aPage, aTask } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { CollectionOnWire } from '@/lib/shared/gallery/change'
import { renderInStudio, watchConsole } from '../../test-render'
import { CollectionsDialog } from './collections-dialog'

watchConsole()

function aCollection(overrides: Partial<CollectionOnWire> = {}): CollectionOnWire {
  return {
    id: 'col-1',
    name: 'Showreel',
    query: null,
    count: 12,
    coverUrl: '/media/cover.webp',
    coverTaskId: null,
    createdAt: '2026-03-01T10:00:00.000Z',
    ...overrides,
  }
}
const RAIN = aCollection({ id: 'col-2', name: 'Rain', query: 'q=rain', count: 0, coverUrl: null })

function Panel() {
  const { query, setQuery } = useGalleryQuery()
  return <CollectionsDialog query={query} onChange={setQuery} onClose={() => {}} />
}

/** A studio that keeps collections as the real one does. */
async function open(search = '', kept = [aCollection(), RAIN]) {
  const one = ({ path }: { path: string }) => kept.findIndex(({ id }) => path.endsWith(`/${id}`))
  const change = (asked: { path: string; body: string }) => {
    const at = one(asked)
    const before = kept[at]
    if (!before) return { status: 404, json: anError('not_found', 'Gone.') }
    kept[at] = { ...before, ...JSON.parse(asked.body) }
    return { json: kept[at] }
  }
  const remove = (asked: { path: string }) => {
    kept.splice(one(asked), 1)
    return { status: 204, text: '' }
  }
  const studio = await startTestStudio({
    'GET /api/collections': () => ({ json: { collections: kept } }),
    'POST /api/collections': ({ body }) => {
      const { name, query } = JSON.parse(body)
      if (name === 'Rain') {
        const taken = { path: 'name', code: 'name_taken', message: 'There is one of this name.' }
        return { status: 422, json: anError('invalid', 'No.', [taken]) }
      }
      const made = aCollection({ id: 'col-3', name, query, count: 0 })
      kept.push(made)
      return { status: 201, json: made }
    },
    'PATCH /api/collections/col-1': change,
    'PATCH /api/collections/col-2': change,
    'DELETE /api/collections/col-1': remove,
    'GET /api/gallery/counts': ({ path }) => ({
      json: someCounts(path.includes('trash') ? 7 : path.includes('rain') ? 31 : 0),
    }),
    'GET /api/tasks': () => ({ json: aPage([aTask()]) }),
  })
  window.history.replaceState(null, '', `/gallery${search}`)
  renderInStudio(<Panel />)
  await screen.findByRole('list', { name: 'Your collections' })
  return { studio, user: userEvent.setup() }
}

const sent = (studio: Awaited<ReturnType<typeof open>>['studio'], route: string) =>
  studio.asked(route).map(({ body }) => JSON.parse(body))

test('those by hand and those that find by themselves, each with its number and picture', async () => {
  await open()
  const byHand = screen.getByRole('link', { name: /Showreel/ })
  expect(byHand.textContent).toContain('12 clips')
  expect(byHand.getAttribute('href')).toBe('/gallery?collection=col-1&sort=order')
  expect(byHand.querySelector('img')?.getAttribute('src')).toBe('/media/cover.webp')
  const smart = screen.getByRole('link', { name: /Rain/ })
  await waitFor(() => expect(smart.textContent).toContain('31 clips'))
  expect(smart.textContent).toContain('by search')
  await waitFor(() => expect(smart.querySelector('img')).toBeTruthy())
  expect(smart.getAttribute('href')).toBe('/gallery?q=rain')
})

test('opening one is its address, in the same page', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('link', { name: /Rain/ }))
  expect(window.location.search).toBe('?q=rain')
})

test('what is shown is kept under a name; a name that is taken is said beside it', async () => {
  const { user, studio } = await open('?state=failed&rating=4')
  await user.click(screen.getByRole('button', { name: 'Save this search' }))
  const name = screen.getByRole('textbox', { name: 'Name' })
  expect(document.activeElement).toBe(name)
  await user.type(name, 'Rain{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe('There is one of this name.')
  await user.clear(name)
  await user.type(name, 'Bad luck{Enter}')
  await screen.findByRole('link', { name: /Bad luck/ })
  expect(sent(studio, 'POST /api/collections').at(-1)).toEqual({
    name: 'Bad luck',
    query: 'state=failed&rating=4',
  })
  expect(screen.getByRole('status').textContent).toBe('Saved.')
})

test('all clips are no search to keep; a collection by hand can be begun', async () => {
  const { user, studio } = await open()
  expect(screen.queryByRole('button', { name: 'Save this search' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'New collection' }))
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Trailer{Enter}')
  await screen.findByRole('link', { name: /Trailer/ })
  expect(sent(studio, 'POST /api/collections')).toEqual([{ name: 'Trailer', query: null }])
})

test('renamed, and Escape leaves the name as it was', async () => {
  const { user, studio } = await open()
  await user.click(screen.getByRole('button', { name: 'Rename: Showreel' }))
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Rename: Showreel' }))
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  expect(name.value).toBe('Showreel')
  await user.clear(name)
  await user.type(name, 'Reel{Enter}')
  await screen.findByRole('link', { name: /^Reel/ })
  expect(sent(studio, 'PATCH /api/collections/col-1')).toEqual([{ name: 'Reel' }])
})

test('one that finds by itself can be told to find what is shown now; one by hand cannot', async () => {
  const { user, studio } = await open('?q=rain&rating=4')
  expect(screen.getAllByRole('button', { name: /find what is shown now/ })).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: /Let “Rain” find/ }))
  await screen.findByText(/it finds what is shown now/)
  expect(sent(studio, 'PATCH /api/collections/col-2')).toEqual([{ query: 'q=rain&rating=4' }])
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: /find what is shown now/ })).toBeNull(),
  )
})

test('deleted only when asked for twice; its clips stay, it says', async () => {
  const { user, studio } = await open()
  await user.click(screen.getByRole('button', { name: 'Delete: Showreel' }))
  const question = screen.getByRole('group', { name: 'Delete “Showreel”? Its clips stay.' })
  expect(studio.asked('DELETE /api/collections/col-1')).toHaveLength(0)
  await user.click(within(question).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: /Showreel/ })).toBeNull())
  expect(screen.getByRole('status').textContent).toContain('still here')
  expect(document.activeElement?.textContent).toBe('Collections')
})

test('the trash, and how much is in it', async () => {
  const { user } = await open()
  const trash = screen.getByRole('link', { name: /^Trash/ })
  await waitFor(() => expect(trash.textContent).toBe('Trash7'))
  await user.click(trash)
  expect(window.location.search).toBe('?trash=1')
})
