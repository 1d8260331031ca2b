// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aQueue } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import { renderInStudio, watchConsole } from '../test-render'
import { Banners } from './banners'
import { QueueState } from './queue-state'

watchConsole()

const PAUSED = aQueue({
  paused: { reason: 'key_refused', message: 'The key is refused.', since: '2026-03-01T10:00:00Z' },
  queued: 3,
})

function drawShell(queue = aQueue(), facts = { isSimulator: false, arePicturesReachable: true }) {
  return renderInStudio(
    <>
      <QueueState />
      <Banners {...facts} />
    </>,
    { queue },
  )
}

test('while clips are simulated every page says so, and how to have real ones', () => {
  drawShell(aQueue(), { isSimulator: true, arePicturesReachable: true })
  const said = screen.getByRole('region', { name: 'Notices' })
  expect(said.textContent).toContain('nothing is charged')
  const way = within(said).getByRole('link', { name: 'Add your key' })
  expect(way.getAttribute('href')).toBe('/settings')
})

test('with a real gateway nothing is said that is not so', () => {
  drawShell()
  expect(screen.getByRole('region', { name: 'Notices' }).textContent).toBe('')
  expect(screen.getByRole('link', { name: 'Queue: Nothing in the queue' })).toBeTruthy()
})

test('pictures that the gateway cannot fetch are told before anything is sent', () => {
  drawShell(aQueue(), { isSimulator: false, arePicturesReachable: false })
  expect(screen.getByText('PUBLIC_URL')).toBeTruthy()
})

test('a paused queue says why, and goes on when told to', async () => {
  let isDown = true
  await startTestStudio({
    'POST /api/queue/resume': () =>
      isDown
        ? { status: 503, json: anError('busy', 'The studio is busy.') }
        : { json: aQueue({ queued: 3 }) },
  })
  const user = userEvent.setup()
  drawShell(PAUSED)
  expect(screen.getByText('The key is refused.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Needs you: Paused' }).getAttribute('href')).toBe(
    '/attention',
  )
  expect(screen.getByRole('link', { name: 'Queue: 3 waiting' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await screen.findByText('The studio is busy.')
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: /Needs you/ })).toBeNull())
  expect(screen.queryByText('The key is refused.')).toBeNull()
})

test('a refused key leads to the settings; one that cannot be read is not mended by going on', () => {
  const { unmount } = drawShell(PAUSED)
  expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('href')).toBe('/settings')
  unmount()
  const paused = {
    reason: 'key_unreadable',
    message: 'No.',
    since: '2026-03-01T10:00:00Z',
  } as const
  drawShell(aQueue({ paused }))
  expect(screen.getByRole('link', { name: 'Settings' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull()
})

test('what the key does not mend does not lead there', () => {
  const paused = { reason: 'no_balance', message: 'No.', since: '2026-03-01T10:00:00Z' } as const
  drawShell(aQueue({ paused }))
  expect(screen.queryByRole('link', { name: 'Settings' })).toBeNull()
})

test('what needs a person is counted, and leads to its page', () => {
  drawShell(aQueue({ unconfirmed: 2, lost: 1, running: 1 }))
  const needs = screen.getByRole('link', { name: 'Needs you: 3 need you' })
  expect(needs.getAttribute('href')).toBe('/attention')
  expect(screen.getByRole('link', { name: 'Queue: 1 in progress' })).toBeTruthy()
})

test('a full disk is told on every page', () => {
  drawShell(aQueue({ diskFull: true }))
  expect(screen.getByText(/too little room/)).toBeTruthy()
})
