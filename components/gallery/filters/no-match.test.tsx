// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { someCounts } from '@/lib/client/gallery/test-counts'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { startTestStudio } from '@/lib/client/test-studio'
import { renderInStudio, watchConsole } from '../../test-render'
import { NoMatch } from './no-match'

watchConsole()

function Nothing() {
  const { query, setQuery } = useGalleryQuery()
  return <NoMatch query={query} onChange={setQuery} />
}

test.each([
  ['is there', { collection: { c: 0 } }, 'This collection is empty'],
  ['is gone', {}, 'This collection is no longer there'],
])('a collection that %s', async (_, given, title) => {
  await startTestStudio({
    'GET /api/gallery/counts': () => ({ json: someCounts(0, given, { c: 'Reel' }) }),
  })
  window.history.replaceState(null, '', '/gallery?collection=c')
  renderInStudio(<Nothing />)
  await screen.findByText(/there would still be nothing/)
  expect(screen.getByRole('heading', { name: title })).toBeTruthy()
})

/** How many clips an address leaves. */
async function open(search: string, left: Record<string, number>) {
  const studio = await startTestStudio({
    'GET /api/gallery/counts': ({ path }) => ({
      json: someCounts(left[path.split('?')[1] ?? ''] ?? 0),
    }),
  })
  window.history.replaceState(null, '', `/gallery?${search}`)
  renderInStudio(<Nothing />)
  return { studio, user: userEvent.setup() }
}

test('says which filter, left out, would bring how many; the most first', async () => {
  const { user, studio } = await open('q=cat&seconds=8&rating=5', {
    'seconds=8&rating=5': 3,
    'q=cat&seconds=8': 12,
    '': 1000,
  })
  await screen.findByText('Without “cat”')
  const ways = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(ways).toEqual(['Without 5 stars12 clips', 'Without “cat”3 clips'])
  await screen.findByRole('button', { name: 'Show all 1,000 clips' })
  // One question a filter, one for its own names, one for all.
  expect(studio.asked('GET /api/gallery/counts').length).toBeLessThanOrEqual(5)
  await user.click(screen.getByRole('button', { name: /Without 5 stars/ }))
  expect(window.location.search).toBe('?q=cat&seconds=8')
})

test('where no single one helps it says so, and all clips are one press away', async () => {
  const { user } = await open('q=cat&rating=5&sort=oldest', { 'sort=oldest': 10 })
  await screen.findByText(/there would still be nothing/)
  await user.click(await screen.findByRole('button', { name: 'Show all 10 clips' }))
  expect(window.location.search).toBe('?sort=oldest')
})

test.each([
  ['trash=1', 'The trash is empty', ''],
  ['collection=c&sort=order', 'This collection is empty', ''],
  ['trash=1&q=cat', 'Nothing in the trash matches', '?trash=1'],
])('%s: %s', async (search, title, after) => {
  const { user } = await open(search, {})
  expect(screen.getByRole('heading', { name: title })).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: /^Show/ }))
  expect(window.location.search).toBe(after)
})
