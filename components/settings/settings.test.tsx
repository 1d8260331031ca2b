// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { Diagnosis } from '@/lib/shared/diagnosis'
import type { KeyOnWire } from '@/lib/shared/gateway-key'
import type { Locale } from '@/lib/shared/locale'
import { renderInStudio, watchConsole } from '../test-render'
import { SettingsPage } from './settings-page'

watchConsole()

const KEY = 'sk-typed-0123456789'
const NONE: KeyOnWire = { source: 'none', storedAt: null, gateway: 'gateway.example' }
const STORED: KeyOnWire = { ...NONE, source: 'stored', storedAt: '2026-03-01T10:00:00Z' }

const FINE: Diagnosis = {
  at: '2026-03-01T10:00:00Z',
  findings: [
    { check: 'key', verdict: 'good', name: 'Key', says: 'There is one.', remedy: null },
    { check: 'clock', verdict: 'skipped', name: 'Clock', says: 'Not asked.', remedy: null },
  ],
}
const WRONG: Diagnosis = {
  at: '2026-03-01T10:05:00Z',
  findings: [
    { check: 'key', verdict: 'bad', name: 'Key', says: 'It has a space.', remedy: 'Copy it.' },
    { check: 'clock', verdict: 'unsure', name: 'Clock', says: 'No answer.', remedy: 'Look.' },
  ],
}

type Routes = Parameters<typeof startTestStudio>[0]
async function open(options: { key?: KeyOnWire; routes?: Routes; locale?: Locale } = {}) {
  const { key = NONE, routes = {}, locale } = options
  const studio = await startTestStudio({
    'GET /api/settings/key': () => ({ json: key }),
    'GET /api/doctor': () => ({ json: FINE }),
    ...routes,
  })
  const drawn = renderInStudio(<SettingsPage theme="system" />, { locale })
  await screen.findByRole('region', { name: locale === 'zh' ? '网关密钥' : 'Gateway key' })
  return { ...drawn, studio, user: userEvent.setup() }
}
const field = () => screen.getByLabelText('API key')
const save = () => screen.getByRole('button', { name: 'Save key' })

test('a key is typed in once: stored, said to be accepted, and gone from the page', async () => {
  const { user, studio, router, container } = await open({
    routes: {
      'PUT /api/settings/key': () => ({ json: { ...STORED, wasAccepted: true } }),
    },
  })
  expect(screen.getByText(/No key yet.*gateway\.example/)).toBeTruthy()
  expect(field().getAttribute('type')).toBe('password')
  await user.type(field(), `  ${KEY} `)
  await user.click(save())
  await screen.findByText('Saved. The gateway accepts it.')
  expect(studio.asked('PUT /api/settings/key').map(({ body }) => body)).toEqual([
    JSON.stringify({ key: KEY }),
  ])
  expect(screen.getByText(/A key is stored/)).toBeTruthy()
  expect(screen.queryByLabelText('API key')).toBeNull()
  expect(container.innerHTML).not.toContain(KEY)
  expect(router.refresh).toHaveBeenCalled()
  await waitFor(() => expect(studio.asked('GET /api/doctor')).toHaveLength(2))
})

test('a key that could not be checked is saved and said to be so', async () => {
  const { user } = await open({
    routes: { 'PUT /api/settings/key': () => ({ json: { ...STORED, wasAccepted: false } }) },
  })
  await user.type(field(), KEY)
  await user.click(save())
  await screen.findByText(/did not say whether it accepts/)
})

test('what cannot be a key is said beside the field, and not sent', async () => {
  const { user, studio } = await open()
  await user.type(field(), 'sk with spaces 123')
  await user.click(save())
  const said = await screen.findByText(/8 to 512 letters/)
  expect(field().getAttribute('aria-describedby')).toContain(said.closest('[id]')?.id)
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(studio.asked('PUT /api/settings/key')).toEqual([])
})

test("the server's sentence stands beside the field, and the key can be mended", async () => {
  let isRefused = true
  const { user } = await open({
    routes: {
      'PUT /api/settings/key': () =>
        isRefused
          ? { status: 422, json: anError('key_refused', 'The gateway refuses this key.') }
          : { json: { ...STORED, wasAccepted: true } },
    },
  })
  await user.type(field(), KEY)
  await user.click(save())
  await screen.findByText('The gateway refuses this key.')
  isRefused = false
  await user.click(save())
  await screen.findByText('Saved. The gateway accepts it.')
})

test('a stored key is removed only when asked for twice', async () => {
  const { user, studio } = await open({
    key: STORED,
    routes: { 'DELETE /api/settings/key': () => ({ json: NONE }) },
  })
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  const panel = screen.getByRole('region', { name: 'Gateway key' })
  expect(panel.contains(document.activeElement)).toBe(true) // the keyboard keeps its place
  expect(studio.asked('DELETE /api/settings/key')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await user.click(screen.getByRole('button', { name: 'Remove it' }))
  await screen.findByText(/Removed\./)
  expect(field()).toBeTruthy()
})

test('a stored key is replaced, or left as it is', async () => {
  const { user } = await open({
    key: STORED,
    routes: { 'PUT /api/settings/key': () => ({ json: { ...STORED, wasAccepted: true } }) },
  })
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  expect(document.activeElement).toBe(field())
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByLabelText('API key')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await user.type(field(), `${KEY}{Enter}`)
  await screen.findByText('Saved. The gateway accepts it.')
})

test('a key of the environment comes first: nothing to type, and what is unused can be removed', async () => {
  await open({ key: { ...STORED, source: 'environment' } })
  expect(screen.getByText('AISPHERE_API_KEY')).toBeTruthy()
  expect(screen.queryByLabelText('API key')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull()
  expect(screen.getByText(/It is not used/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Remove' })).toBeTruthy()
})

test('a key that cannot be read is said to be so, with the field at once', async () => {
  await open({ key: { ...STORED, source: 'unreadable' } })
  expect(screen.getByText(/does not open it/)).toBeTruthy()
  expect(field()).toBeTruthy()
})

test('the checks come after the page, each with its verdict in words', async () => {
  await open()
  const list = await screen.findByRole('list')
  const rows = within(list).getAllByRole('listitem')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'KeyGoodThere is one.',
    'ClockNot neededNot asked.',
  ])
  expect(screen.getByText(/Nothing is wrong\./)).toBeTruthy()
})

test('a failure has its remedy beside it, and "Check again" looks anew', async () => {
  let found = WRONG
  const { user } = await open({ routes: { 'GET /api/doctor': () => ({ json: found }) } })
  await screen.findByText('Copy it.')
  expect(screen.getByText(/One thing is wrong\./)).toBeTruthy()
  expect(screen.getByText('Wrong')).toBeTruthy()
  expect(screen.getByText('Look.')).toBeTruthy()
  found = FINE
  await user.click(screen.getByRole('button', { name: 'Check again' }))
  await screen.findByText(/Nothing is wrong\./)
  expect(screen.queryByText('Copy it.')).toBeNull()
})

test('checks that cannot be run say why, and can be tried again', async () => {
  let isDown = true
  const { user } = await open({
    routes: {
      'GET /api/doctor': () =>
        isDown ? { status: 503, json: anError('busy', 'The studio is busy.') } : { json: FINE },
    },
  })
  await screen.findByText('The studio is busy.')
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Check again' }))
  await screen.findByText(/Nothing is wrong\./)
  expect(screen.queryByText('The studio is busy.')).toBeNull()
})

test('on a phone the theme is chosen here', async () => {
  const { user } = await open()
  expect(screen.getByRole('radio', { name: "The system's" })).toHaveProperty('checked', true)
  await user.click(screen.getByRole('radio', { name: 'Light' }))
  expect(screen.getByRole('radio', { name: 'Light' })).toHaveProperty('checked', true)
  expect(document.documentElement.dataset.theme).toBe('light')
  expect(document.cookie).toContain('theme=light')
})

test('it is in Chinese too', async () => {
  await open({ locale: 'zh', key: STORED })
  expect(screen.getByRole('heading', { level: 1, name: '设置' })).toBeTruthy()
  expect(await screen.findByText(/没有问题。/)).toBeTruthy()
})
