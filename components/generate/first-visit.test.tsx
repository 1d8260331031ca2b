// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aTask, aVideo } from '@/lib/client/test-builders'
import { watchConsole } from '../test-render'
import { fill, openPage, readyButton } from './test-create-page'

watchConsole()

const currentStep = () =>
  screen.getByRole('list', { name: 'Three steps to a clip' }).querySelector('[aria-current=step]')
    ?.textContent

test('the steps to the first clip are ticked off as they are done', async () => {
  const { user } = await openPage({ tasks: [] })
  expect(currentStep()).toContain('Choose a picture')
  await fill(user)
  expect(currentStep()).toContain('Press Generate')
  expect(screen.getAllByText('(done)', { exact: false })).toHaveLength(2)
})

test('an example is picture and prompt in one click, and its clip takes the place of the steps', async () => {
  const { user } = await openPage({ tasks: [] })
  const [example] = screen.getAllByRole('button', { name: /A cup of coffee/ })
  if (!example) throw new Error('no example')
  await user.click(example)
  await screen.findByRole('img', { name: 'Your picture' })
  expect(currentStep()).toContain('Press Generate')
  await user.click(await readyButton())
  expect(await screen.findByRole('heading', { name: 'Your first clip is on its way' })).toBeTruthy()
  expect(screen.queryByRole('list', { name: 'Three steps to a clip' })).toBeNull()
})

test('the first clip is there to play, to look into and to keep', async () => {
  const clip = aTask({ id: 'task-1', status: 'succeeded', videos: [aVideo()] })
  const { container } = await openPage({ tasks: [clip] })
  const results = within(screen.getByRole('region', { name: 'Clips' }))
  expect(results.getByRole('heading', { name: 'Your first clip' })).toBeTruthy()
  expect(results.getByRole('link', { name: 'Details' }).getAttribute('href')).toBe('/tasks/task-1')
  expect(results.getByRole('link', { name: 'Download' })).toBeTruthy()
  // It did not arrive before anybody's eyes: it waits to be played.
  expect(container.querySelector('video')?.autoplay).toBe(false)
})

test('a first try that failed is a card with its reason', async () => {
  await openPage({ tasks: [aTask({ id: 'task-1', status: 'failed' })] })
  expect(screen.queryByRole('heading', { name: /first clip/ })).toBeNull()
  expect(screen.getByRole('list', { name: 'Recent' })).toBeTruthy()
})
