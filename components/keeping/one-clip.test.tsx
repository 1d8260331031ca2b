// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useQuery } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { taskQueries } from '@/lib/client/task-queries'
import { aPage, aQueue, aTask } from '@/lib/client/test-builders'
import { anError, startTestStudio, type Seen } from '@/lib/client/test-studio'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ToastStack } from '../shell/toast-stack'
import { renderInStudio, watchConsole } from '../test-render'
import { FavoriteButton } from './favorite-button'
import { NotesField } from './notes-field'
import { ClipStars } from './stars'
import { TagList } from './tag-list'
import { TitleField } from './title-field'

watchConsole()

const CHANGE = {
  id: 'change-1',
  kind: 'rate',
  state: 'done',
  total: 1,
  done: 1,
  skipped: 0,
  canUndo: true,
  undoes: null,
  createdAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:00:00.000Z',
}
let task: TaskOnWire
beforeEach(() => {
  task = aTask({ status: 'succeeded', tags: [{ id: 'tag-1', name: 'night' }] })
})

/** All parts of one clip, with a studio behind them that refuses where it is told to. */
async function draw({ refuses = false } = {}) {
  const before = task
  const studio = await startTestStudio({
    'POST /api/changes': ({ body }) => {
      if (refuses) return { status: 409, json: anError('conflict', 'Not now.') }
      const { action } = JSON.parse(body)
      if (action.kind === 'rate') task = { ...task, rating: action.rating }
      if (action.kind === 'favorite') task = { ...task, isFavorite: action.isFavorite }
      if (action.kind === 'title') task = { ...task, title: action.title }
      if (action.kind === 'notes') task = { ...task, notes: action.notes }
      return { json: { ...CHANGE, kind: action.kind } }
    },
    'POST /api/changes/change-1/undo': () => {
      task = before
      return { json: { ...CHANGE, id: 'change-2', canUndo: false, undoes: 'change-1' } }
    },
    'GET /api/tasks/task-1': () => ({ json: task }),
    'GET /api/tasks': () => ({ json: aPage([task]) }),
    'GET /api/queue': () => ({ json: aQueue() }),
    'GET /api/tags': () => ({ json: { tags: [{ id: 'tag-2', name: 'Rain', count: 3 }] } }),
  })
  renderInStudio(<Parts />, { list: aPage([task]) })
  return {
    studio,
    user: userEvent.setup(),
    sent: () => studio.asked('POST /api/changes').map(readAction),
  }
}

function Parts() {
  const { data } = useQuery({ ...taskQueries.one('task-1'), staleTime: Infinity })
  if (!data) return null
  return (
    <>
      <ClipStars task={data} />
      <FavoriteButton task={data} />
      <TagList task={data} />
      <TitleField task={data} />
      <NotesField task={data} />
      <ToastStack />
    </>
  )
}

const readAction = ({ body }: Seen): unknown => JSON.parse(body).action

test('a star is set at once, and taken away by pressing it again', async () => {
  const { user, sent } = await draw()
  const star = screen.getByRole('radio', { name: '4 stars' })
  await user.click(star)
  expect(star).toHaveProperty('checked', true)
  await waitFor(() => expect(sent()).toEqual([{ kind: 'rate', rating: 4 }]))
  await user.click(star)
  await waitFor(() => expect(star).toHaveProperty('checked', false))
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()[1]).toEqual({ kind: 'rate', rating: null })
})

test('what the studio refuses is taken back', async () => {
  const { user } = await draw({ refuses: true })
  const heart = screen.getByRole('button', { name: 'Favourite' })
  await user.click(heart)
  await waitFor(() => expect(heart.getAttribute('aria-pressed')).toBe('false'))
})

test('a title is kept by Enter, and left as it was by Escape', async () => {
  const { user, sent } = await draw()
  const title = screen.getByRole('textbox', { name: 'Title' })
  await user.type(title, 'Harbour{Escape}')
  expect(title).toHaveProperty('value', '')
  await user.type(title, 'Harbour{Enter}')
  await screen.findByText('Saved')
  expect(sent()).toEqual([{ kind: 'title', title: 'Harbour' }])
  await user.tab()
  expect(sent()).toHaveLength(1)
})

test('notes that the studio does not take stay where they are written', async () => {
  const { user } = await draw({ refuses: true })
  const notes = screen.getByRole('textbox', { name: 'Notes' })
  await user.type(notes, 'warmer light')
  await user.tab()
  await screen.findByText('Not now.')
  expect(notes).toHaveProperty('value', 'warmer light')
})

test('tags are put on by Enter or a comma, and taken off', async () => {
  const { user, sent } = await draw()
  const tags = screen.getByRole('region', { name: 'Tags' })
  expect(within(tags).getByRole('link', { name: 'night' }).getAttribute('href')).toBe(
    '/gallery?tag=tag-1',
  )
  await user.type(within(tags).getByRole('combobox', { name: 'Add a tag' }), 'sea,  RAIN {Enter}')
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()).toEqual([
    { kind: 'tag', add: ['sea'], remove: [] },
    { kind: 'tag', add: ['RAIN'], remove: [] },
  ])
  await user.click(within(tags).getByRole('button', { name: 'Remove night' }))
  await waitFor(() => expect(sent()[2]).toEqual({ kind: 'tag', add: [], remove: ['night'] }))
})

test('the key takes back a heart and a star', async () => {
  const { user, studio } = await draw()
  const heart = screen.getByRole('button', { name: 'Favourite' })
  const star = screen.getByRole('radio', { name: '4 stars' })
  await user.click(heart)
  await screen.findByText('Favourite changed.')
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(heart.getAttribute('aria-pressed')).toBe('false'))
  await user.click(star)
  await screen.findByText('Rating changed.')
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(star).toHaveProperty('checked', false))
  expect(studio.asked('POST /api/changes/change-1/undo')).toHaveLength(2)
})
