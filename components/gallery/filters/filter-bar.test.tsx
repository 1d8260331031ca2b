// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { watchConsole } from '../../test-render'
import { openBar, openMenu, search } from './test-bar'

watchConsole()

const COUNTED = 'GET /api/gallery/counts'

test('nothing is counted until somebody comes near', async () => {
  const { studio } = await openBar()
  expect(studio.asked(COUNTED)).toHaveLength(0)
  fireEvent.focus(screen.getByRole('button', { name: 'State' }))
  await waitFor(() => expect(studio.asked(COUNTED)).toHaveLength(1))
})

test('numbers that have grown old are asked for again as somebody comes near', async () => {
  const { studio } = await openBar()
  const chip = screen.getByRole('button', { name: 'State' })
  fireEvent.focus(chip)
  await screen.findByRole('button', { name: /^Favourites ?17$/ })
  fireEvent.focus(chip)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  fireEvent.focus(chip)
  await waitFor(() => expect(studio.asked(COUNTED)).toHaveLength(2))
})

test('a choice is in the address at once, with its number beside it, and Back takes it back', async () => {
  const { user } = await openBar()
  const menu = await openMenu('State')
  const failed = await within(menu).findByRole('checkbox', { name: /^Failed ?230 clips$/ })
  await user.click(failed)
  expect(search()).toBe('?state=failed')
  await user.click(within(menu).getByRole('checkbox', { name: /^Done/ }))
  expect(search()).toBe('?state=failed&state=succeeded')
  expect(screen.getByRole('button', { name: 'State: 2' })).toBeTruthy()
  act(() => window.history.back())
  await waitFor(() => expect(search()).toBe('?state=failed'))
  await screen.findByRole('button', { name: 'Failed' })
})

test('what would leave nothing is faint and can be chosen all the same', async () => {
  const { user } = await openBar()
  const menu = await openMenu('State')
  const canceled = await within(menu).findByRole('checkbox', { name: /^Canceled ?0 clips$/ })
  expect(canceled.closest('label')?.className).toContain('text-faint')
  await user.click(canceled)
  expect(search()).toBe('?state=canceled')
})

test('numbers that cannot be had are said so; the choices stay', async () => {
  await openBar({ counts: () => null })
  const menu = await openMenu('Resolution')
  await within(menu).findByText('The numbers could not be loaded.')
  expect(within(menu).getAllByRole('checkbox').length).toBeGreaterThan(3)
})

test('of a rating there is one; any is the way back', async () => {
  const { user } = await openBar()
  const menu = await openMenu('Rating')
  await user.click(await within(menu).findByRole('radio', { name: /^4 stars or more/ }))
  await user.click(within(menu).getByRole('radio', { name: /^5 stars/ }))
  expect(search()).toBe('?rating=5')
  await user.click(within(menu).getByRole('radio', { name: 'Any' }))
  expect(search()).toBe('')
})

test('favourites are one press', async () => {
  const { user } = await openBar()
  await user.click(screen.getByRole('button', { name: 'Favourites' }))
  expect(search()).toBe('?favorite=1')
  const chip = await screen.findByRole('button', { name: /^Favourites ?17$/ })
  expect(chip.getAttribute('aria-pressed')).toBe('true')
})

test('tags are called by their names, also where the page begins with one', async () => {
  await openBar({ search: '?tag=tag-1&collection=col-1' })
  await screen.findByRole('button', { name: 'Remove: Tag: night' })
  expect(screen.getByRole('button', { name: 'Remove: Collection: Showreel' })).toBeTruthy()
})

test('a tag that is no longer there is said to be gone, and not by its id', async () => {
  await openBar({ search: '?tag=018f-gone' })
  await screen.findByRole('button', { name: 'Remove: Tag: no longer there' })
})

test('what is in use can be taken out one by one, or all at once', async () => {
  const { user } = await openBar({ search: '?q=cat&seconds=5&seconds=8&sort=oldest' })
  await user.click(screen.getByRole('button', { name: 'Remove: 5 s' }))
  expect(search()).toBe('?q=cat&seconds=8&sort=oldest')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(search()).toBe('?sort=oldest')
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
})

test('days: quick ones, and from and until in their order, in the zone of this browser', async () => {
  const { user } = await openBar()
  const menu = await openMenu('Date')
  await user.click(within(menu).getByRole('button', { name: 'Last 7 days' }))
  expect(search()).toMatch(/^\?from=20\d\d-\d\d-\d\d&zone=\w+/)
  fireEvent.change(within(menu).getByLabelText('From'), { target: { value: '2026-03-09' } })
  fireEvent.change(within(menu).getByLabelText('Until'), { target: { value: '2026-03-02' } })
  expect(search()).toContain('from=2026-03-02&until=2026-03-09')
  expect(screen.getByRole('button', { name: 'Remove: Mar 2, 2026 to Mar 9, 2026' })).toBeTruthy()
})

test('a year that is half typed asks for nothing', async () => {
  await openBar()
  const menu = await openMenu('Date')
  fireEvent.change(within(menu).getByLabelText('From'), { target: { value: '0202-03-09' } })
  expect(search()).toBe('')
})

test('a seed is applied when it is all typed, and refused where it is none', async () => {
  const { user } = await openBar()
  const menu = await openMenu('Seed')
  const box = within(menu).getByRole('textbox', { name: 'Seed' })
  await user.type(box, 'abc{Enter}')
  expect(within(menu).getByRole('alert').textContent).toContain('2,147,483,647')
  await user.clear(box)
  await user.type(box, '42{Enter}')
  expect(search()).toBe('?seed=42')
  expect(within(menu).queryByRole('alert')).toBeNull()
})

test('the order is in the address; a collection’s own only within one', async () => {
  const { user } = await openBar()
  const order = screen.getByRole('combobox', { name: 'Order' })
  expect(within(order).queryByRole('option', { name: /collection/i })).toBeNull()
  await user.selectOptions(order, 'Longest first')
  expect(search()).toBe('?sort=longest')
  act(() => window.history.pushState(null, '', '/gallery?collection=col-1'))
  await user.selectOptions(order, 'Collection order')
  expect(search()).toBe('?collection=col-1&sort=order')
})

test('what means nothing is dropped with a word, and noting it cleans the address', async () => {
  const { user } = await openBar({ search: '?state=nonsense&rating=4' })
  expect(screen.getByText(/Left out.*: State “nonsense”/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(search()).toBe('?rating=4')
  expect(screen.queryByText(/Left out/)).toBeNull()
})

test('how many there are is said, and stays said until the next number is known', async () => {
  const { user } = await openBar({ total: 1234 })
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(said()).toContain('1,234 clips')
  await user.click(screen.getByRole('button', { name: 'Change the total to unknown' }))
  expect(said()).toContain('1,234 clips')
  await user.click(screen.getByRole('button', { name: 'Change the total to 1' }))
  expect(said()).toContain('1 clip')
})

test('all filters in one sheet, which says what it will show', async () => {
  const { user } = await openBar({ search: '?rating=4' })
  await user.click(screen.getByRole('button', { name: 'All filters' }))
  const sheet = await screen.findByRole('dialog', { name: 'All filters' })
  await user.click(await within(sheet).findByRole('checkbox', { name: /^Failed/ }))
  expect(search()).toBe('?state=failed&rating=4')
  await user.click(within(sheet).getByRole('button', { name: 'Show 1,234 clips' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('in Chinese', async () => {
  const { user } = await openBar({ locale: 'zh' })
  const menu = await openMenu('状态')
  await user.click(await within(menu).findByRole('checkbox', { name: /^失败 ?230 个视频$/ }))
  expect(search()).toBe('?state=failed')
  expect(screen.getByRole('button', { name: '去掉：失败' })).toBeTruthy()
})
