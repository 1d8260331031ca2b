// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import { renderInStudio, watchConsole } from '../test-render'
import { RetentionPanel } from './retention-panel'

watchConsole()

const PATH = '/api/settings/retention'

async function open(
  routes: Parameters<typeof startTestStudio>[0] = {},
  days: number | null = null,
) {
  const studio = await startTestStudio({ [`GET ${PATH}`]: () => ({ json: { days } }), ...routes })
  renderInStudio(<RetentionPanel />)
  await screen.findByRole('region', { name: 'How long clips stay' })
  return { studio, user: userEvent.setup() }
}
const list = () => screen.getByLabelText<HTMLSelectElement>('Clips stay')
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })

test('is off at first, says what a choice does, and sends it only when saved', async () => {
  const { studio, user } = await open({ [`PUT ${PATH}`]: () => ({ json: { days: 90 } }) })
  expect([list().value, save().disabled]).toEqual(['always', true])
  await user.selectOptions(list(), '90 days')
  expect(screen.getByText(/^Within the hour/)).toBeTruthy()
  expect(studio.asked(`PUT ${PATH}`)).toEqual([])
  await user.click(save())
  await screen.findByText('Saved.')
  expect(JSON.parse(studio.asked(`PUT ${PATH}`)[0]?.body ?? '')).toEqual({ days: 90 })
  expect([list().value, save().disabled]).toEqual(['90', true])
})

test('is taken back, and knows a number that it does not offer', async () => {
  const { studio, user } = await open({ [`PUT ${PATH}`]: () => ({ json: { days: null } }) }, 45)
  expect(list().selectedOptions[0]?.textContent).toBe('45 days')
  await user.selectOptions(list(), 'until I delete them')
  expect(screen.queryByText(/^Within the hour/)).toBeNull()
  await user.click(save())
  await screen.findByText(/Clips stay until you delete them/)
  expect(JSON.parse(studio.asked(`PUT ${PATH}`)[0]?.body ?? '')).toEqual({ days: null })
})

test('says why it was not stored, and keeps the choice', async () => {
  const { user } = await open({
    [`PUT ${PATH}`]: () => ({ status: 503, json: anError('busy', 'The database is busy.') }),
  })
  await user.selectOptions(list(), '30 days')
  await user.click(save())
  await screen.findByText('The database is busy.')
  expect(list().value).toBe('30')
})
