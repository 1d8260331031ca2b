// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { startTestStudio } from '@/lib/client/test-studio'
import { addToast } from '@/lib/client/toasts'
import { ToastStack } from '../../shell/toast-stack'
import { renderInStudio, watchConsole } from '../../test-render'
import { useArrange } from './use-arrange'

watchConsole()

const REEL = {
  id: 'col-1',
  name: 'Reel',
  query: null,
  count: 3,
  coverUrl: null,
  coverTaskId: null,
  createdAt: '2026-03-01T10:00:00.000Z',
}
const COVER = { coverTaskId: 'task-2' }

function Tools() {
  const arrange = useArrange('col-1')
  return (
    <>
      <button onClick={() => void arrange('Set', COVER, { coverTaskId: null })}>both ways</button>
      <button onClick={() => void arrange('Set', COVER)}>one way</button>
      <ToastStack />
    </>
  )
}

async function draw() {
  const studio = await startTestStudio({ 'PATCH /api/collections/col-1': () => ({ json: REEL }) })
  renderInStudio(<Tools />)
  let undone = 0
  addToast({ text: 'Put in', undo: () => void (undone += 1) })
  const sent = (): unknown[] =>
    studio.asked('PATCH /api/collections/col-1').map(({ body }) => JSON.parse(body))
  return { user: userEvent.setup(), sent, undone: () => undone }
}

test('the key takes back the cover, and only then what was done before it', async () => {
  const { user, sent, undone } = await draw()
  await user.click(screen.getByRole('button', { name: 'both ways' }))
  await screen.findByText('Set')
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('It is as it was.')
  expect([sent(), undone()]).toEqual([[COVER, { coverTaskId: null }], 0])
  await user.keyboard('{Control>}z{/Control}')
  expect(undone()).toBe(1)
})

test('where no way back is known nothing older is taken back', async () => {
  const { user, sent, undone } = await draw()
  await user.click(screen.getByRole('button', { name: 'one way' }))
  await waitFor(() => expect(screen.getByText('Set')).toBeTruthy())
  await user.keyboard('{Control>}z{/Control}')
  expect([sent(), undone()]).toEqual([[COVER], 0])
})
