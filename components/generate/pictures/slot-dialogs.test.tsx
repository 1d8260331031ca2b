// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anImage } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../../test-render'
import { A_PICTURE, choose, openSlot, shown, UPLOAD } from './test-slot'

watchConsole()

const LIST = 'GET /api/images'
const dialog = () => screen.findByRole('dialog')
const press = (user: { click: (element: Element) => Promise<void> }, name: string | RegExp) =>
  user.click(screen.getByRole('button', { name }))

test('a link is checked as it is typed in, asked for once, and the dialog stays until it is there', async () => {
  let isRefused = true
  const { user, studio } = await openSlot({
    routes: {
      [UPLOAD]: () =>
        isRefused
          ? { status: 422, json: anError('address_failed', 'It could not be fetched.') }
          : { status: 201, json: anImage() },
    },
  })
  choose('From a link')
  const address = within(await dialog()).getByLabelText('Address of the picture')
  expect(document.activeElement).toBe(address)
  for (const wrong of ['http://example.com/a.png', 'nonsense', 'ftp://example.com']) {
    fireEvent.change(address, { target: { value: wrong } })
    await user.keyboard('{Enter}')
    expect(within(await dialog()).getByRole('alert').textContent).toContain('https://')
  }
  expect(studio.asked(UPLOAD)).toHaveLength(0)

  fireEvent.change(address, { target: { value: 'example.com/a.png' } })
  await user.keyboard('{Enter}')
  await waitFor(async () =>
    expect(within(await dialog()).getByRole('alert').textContent).toBe('It could not be fetched.'),
  )
  expect(studio.asked(UPLOAD)[0]?.body).toBe('{"url":"https://example.com/a.png"}')
  isRefused = false
  await user.keyboard('{Enter}')
  await shown()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('an earlier picture is taken as it is stored; more come when they are asked for', async () => {
  const older = anImage({ id: 'older', url: '/media/older.jpg', width: 500 })
  const { user, studio } = await openSlot({
    routes: {
      [LIST]: ({ path }) => ({
        json: path.includes('cursor')
          ? { images: [older], nextCursor: null }
          : { images: [anImage({ id: 'newer' })], nextCursor: 'newer' },
      }),
    },
  })
  choose('Earlier pictures')
  await screen.findByRole('button', { name: 'Picture, 600 × 400' })
  await press(user, 'Show more')
  await user.click(await screen.findByRole('button', { name: 'Picture, 500 × 400' }))
  expect((await shown()).getAttribute('src')).toBe('/media/older.jpg')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(studio.asked(UPLOAD)).toHaveLength(0)
})

test('without earlier pictures, and without an answer, the dialog says so', async () => {
  let isBroken = true
  const { user } = await openSlot({
    routes: { [LIST]: () => (isBroken ? null : { json: { images: [], nextCursor: null } }) },
  })
  choose('Earlier pictures')
  await within(await dialog()).findByRole('alert')
  isBroken = false
  await press(user, 'Try again')
  expect(await screen.findByText(/Nothing yet/)).toBeTruthy()
})

test('a picture is edited: what would be left is said, and what would be too small is refused', async () => {
  const small = { ...A_PICTURE, width: 500, height: 400 }
  const { user } = await openSlot({ value: small })
  choose('Crop and turn')
  const inside = within(await dialog())
  const use = inside.getByRole<HTMLButtonElement>('button', { name: 'Use it like this' })
  expect(use.disabled).toBe(true)
  await user.click(inside.getByRole('button', { name: 'Turn right' }))
  expect(inside.getByText('400 × 500')).toBeTruthy()
  expect(use.disabled).toBe(false)
  await user.click(inside.getByRole('radio', { name: '16:9' }))
  expect(inside.getByText('400 × 225')).toBeTruthy()
  expect(inside.getByRole('alert').textContent).toContain('at least 300')
  expect(use.disabled).toBe(true)
  await user.click(inside.getByRole('button', { name: 'Start over' }))
  expect(inside.getByText('500 × 400')).toBeTruthy()
  expect(inside.queryByRole('alert')).toBeNull()
  await user.click(inside.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
