// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { SHORTCUT_IDS } from '@/lib/client/shortcuts/shortcut-list'
import { renderInStudio, watchConsole } from '../test-render'
import { KeysPage } from './keys-page'
import { KeysPlace } from './keys-place'

watchConsole()

const signsOf = (name: string) =>
  [...(screen.getByText(name).parentElement?.querySelectorAll('kbd') ?? [])].map(
    ({ textContent }) => textContent,
  )

test('the page says every key of the list', () => {
  renderInStudio(<KeysPage />)
  expect(screen.getAllByRole('term')).toHaveLength(SHORTCUT_IDS.length)
  expect(signsOf('Generate')).toEqual(['Ctrl', '↵'])
  expect(signsOf('Search')).toEqual(['/'])
  expect(signsOf('Play or pause')).toEqual(['Space', 'K'])
})

test('in Chinese too; on Apple’s keyboards with their sign', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Macintosh; Intel Mac OS X')
  renderInStudio(<KeysPage />, { locale: 'zh' })
  await waitFor(() => expect(signsOf('生成')).toEqual(['⌘', '↵']))
  expect(signsOf('播放或暂停')).toEqual(['空格', 'K'])
})

test('? shows them where one is, and Escape goes back', async () => {
  renderInStudio(<KeysPlace />)
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true })
  const dialog = await screen.findByRole('dialog', { name: 'Keys' })
  expect(within(dialog).getAllByRole('term')).toHaveLength(SHORTCUT_IDS.length)
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
